"""Template tags in article bodies: found, and masked at equal length."""

from articlelint.templates.mask import is_dynamic, mask
from articlelint.templates.model import FILLER, Masked, TemplateSyntax, TemplateTag, without_filler

__all__ = [
    "FILLER",
    "Masked",
    "TemplateSyntax",
    "TemplateTag",
    "is_dynamic",
    "mask",
    "without_filler",
]
