"""Template tags in article bodies: found, and masked at equal length."""

from articlelint.templates.mask import is_dynamic, mask
from articlelint.templates.model import Masked, TemplateSyntax, TemplateTag
from articlelint.text.filler import FILLER, without_filler

__all__ = [
    "FILLER",
    "Masked",
    "TemplateSyntax",
    "TemplateTag",
    "is_dynamic",
    "mask",
    "without_filler",
]
