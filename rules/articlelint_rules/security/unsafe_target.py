from articlelint import INFO, UNSAFE, Article, Attribute, Edit, Findings, Fix, Rule, on
from articlelint_rules.security._hosts import host_of

_KEYWORDS = frozenset({"_self", "_parent", "_top", ""})
_ADDRESSES = {"a": "href", "area": "href", "form": "action"}


class UnsafeTarget(Rule):
    """A link opens a window that can control the page it came from."""

    name = "security/unsafe-target"
    severity = INFO
    fixable = UNSAFE
    default = False

    @on.attribute("target")
    def check(self, attribute: Attribute, article: Article) -> Findings:
        element = attribute.element
        address = element.get(_ADDRESSES.get(element.tag, "")) or ""
        if not host_of(address) or article.site.local_path(address) is not None:
            return
        target = attribute.value.strip().lower()
        relations = set((element.get("rel") or "").lower().split())
        if target in _KEYWORDS or relations & {"noopener", "noreferrer"}:
            return
        if target != "_blank":
            message = f"The window `{attribute.value}` can control this page"
        elif "opener" in relations:
            message = "`rel=opener` lets the new window control this page"
        else:  # today every browser takes it as noopener
            return
        fix = None
        if "rel" not in element.attributes:
            edit = Edit.insert(attribute.span.end, ' rel="noopener"')
            fix = Fix.unsafe('Add `rel="noopener"`', edit)
        yield self.diagnostic(attribute.span, message, fix=fix)
