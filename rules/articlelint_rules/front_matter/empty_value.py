from articlelint import ERROR, Article, Field, Findings, FrontMatter, Rule, Scalar, on
from articlelint_rules.front_matter._lists import is_blank
from articlelint_rules.front_matter._schema import key_of
from articlelint_rules.front_matter._values import glued_comment


class EmptyValue(Rule):
    """A key has no value although it needs one."""

    name = "front-matter/empty-value"
    severity = ERROR

    keys: tuple[str, ...] = ()
    """More keys that must have a value; dots lead into mappings."""

    @on.front_matter()
    def check(self, front_matter: FrontMatter, article: Article) -> Findings:
        generator = article.site.generator
        data = front_matter.data
        is_draft = data.get("draft") is True or generator.is_draft(data) or bool(data.get("hide"))
        dates = (key for key in generator.date_keys if key not in generator.may_be_empty)
        needed = dict.fromkeys((*generator.title_keys, *dates, *self.keys))
        for name, field in article.fields(*needed):
            if not _is_empty(field):
                continue
            content = field.content
            if (
                name in generator.title_keys
                and isinstance(content, Scalar)
                and glued_comment(article, content)  # front-matter/cut-off-value
            ):
                continue
            key = key_of(article, field.key)
            consequence = f": {key.empty}" if key is not None and key.empty else ""
            if name in generator.title_keys and not consequence and name not in self.keys:
                continue  # a page, whose layout may do without
            if name in generator.title_keys and (
                is_draft or _is_home(article, front_matter) or _is_part(article)
            ):
                continue  # it is not listed, or themes show the site's title there
            yield self.diagnostic(
                field.key_span,
                f"`{name}` has no value{consequence}",
                hint="Write the value, or delete the key",
            )


def _is_part(article: Article) -> bool:
    """Tell whether it is put into other pages, which have a title."""
    site = article.site
    return site.generator.takes_for_part(article.site_path, site.settings)


def _is_home(article: Article, front_matter: FrontMatter) -> bool:
    """Tell whether it is the home page, of any language."""
    settings = article.site.settings
    base = settings.base_path or "/"
    homes = {base, *(f"{base}{language.lower()}/" for language in settings.languages)}
    return (article.site.permalink(article.path, front_matter.data) or "").lower() in homes


def _is_empty(field: Field) -> bool:
    content = field.content
    if not isinstance(content, Scalar):
        return not content.value
    return is_blank(content) and content.source not in {"~", "null"}
