from articlelint import WARNING, Article, Element, Findings, Rule, on
from articlelint_rules.security._hosts import host_of, is_allowed


class UnsandboxedFrame(Rule):
    """A frame shows another site without a sandbox."""

    name = "security/unsandboxed-frame"
    severity = WARNING
    default = False

    allowed_hosts: tuple[str, ...] = ()
    """Hosts whose frames are allowed, including their subdomains."""

    @on.element("iframe", "frame")
    def check(self, element: Element, article: Article) -> Findings:
        if "srcdoc" in element.attributes and element.tag == "iframe":
            if "sandbox" not in element.attributes:
                yield self.diagnostic(
                    element.tag_span,
                    "What `srcdoc` contains runs as part of this page",
                    hint='Add `sandbox=""` and allow in it what the frame needs',
                )
            return
        source = element.get("src") or ""
        if not host_of(source) or is_allowed(source, self.allowed_hosts):
            return
        sandbox = element.get("sandbox")
        if sandbox is None:
            yield self.diagnostic(
                element.tag_span,
                f"The frame lets `{host_of(source)}` do anything",
                hint='Add `sandbox=""` and allow in it what the frame needs',
            )
        elif {"allow-scripts", "allow-same-origin", "allow-top-navigation"} <= set(
            sandbox.lower().split()
        ):
            yield self.diagnostic(
                element.attributes["sandbox"].element.tag_span,
                "The sandbox allows nearly everything",
            )
