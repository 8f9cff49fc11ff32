"""How dates are read; the tables of the generators lie in the generators' rooms."""

from articlelint.dates.readers.reader import Answer, Reader, Reading, Verdict, Written

__all__ = ["Answer", "Reader", "Reading", "Verdict", "Written"]
