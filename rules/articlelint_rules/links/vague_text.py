from functools import cached_property

from articlelint import INFO, Article, Findings, Link, Rule, on, regex

_AROUND = regex(r"[\s\W_]+")


class VagueText(Rule):
    """A link's text does not say where it leads."""

    name = "links/vague-text"
    severity = INFO
    default = False

    phrases: tuple[str, ...] = (
        "click", "click here", "click this", "click this link", "click me", "here", "this",
        "link", "this link", "more", "read more", "learn more", "this page", "this article",
        "see here", "go here",
        "点击", "点击这里", "点击此处", "点这里", "点我", "这里", "此处", "链接", "戳这里", "戳我",
        "點擊這裡", "點擊此處", "點此", "點我", "這裡", "此處", "連結",
        "こちら", "ここ", "ここをクリック", "여기", "여기를 클릭", "링크",
        "hier", "hier klicken", "klicken sie hier", "ici", "cliquez ici", "aquí", "haz clic aquí",
        "aqui", "clique aqui", "qui", "clicca qui", "здесь", "тут", "сюда", "нажмите здесь",
    )  # fmt: skip
    """Texts that say nothing, compared without case and punctuation."""

    @cached_property
    def _folded(self) -> frozenset[str]:
        return frozenset(map(_fold, self.phrases))

    @on.link()
    def check(self, link: Link, article: Article) -> Findings:
        text = link.text.strip()
        if text and len(text) < 40 and _fold(text) in self._folded:
            if link.html is not None and link.html.get("aria-label"):
                return
            yield self.diagnostic(
                link.element,
                f"The text `{text}` does not say where the link leads",
                hint="Link the words that name the target",
            )


def _fold(text: str) -> str:
    return _AROUND.sub(" ", text).strip().casefold()
