"""From files to a report: which files, in how many processes, and what earlier runs knew."""
