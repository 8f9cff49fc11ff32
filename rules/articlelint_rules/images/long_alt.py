from articlelint import INFO, Article, Findings, Image, Rule, on


class LongAlt(Rule):
    """The alternative text of an image is very long."""

    name = "images/long-alt"
    severity = INFO
    default = False

    max_characters: int = 300
    """The maximum length of a text."""

    @on.image()
    def check(self, image: Image, article: Article) -> Findings:
        if image.place not in {"", "src"} or image.alt is None or image.alt_span is None:
            return
        length = len(" ".join(image.alt.split()))
        if length > self.max_characters:
            yield self.diagnostic(
                image.alt_span,
                f"The alternative text has {length} characters, read aloud without a pause",
                hint="Say it in a sentence, and the rest in the article",
            )
