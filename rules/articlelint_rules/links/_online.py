"""The links that the network is asked about."""

from collections.abc import Iterator

from articlelint import Answer, Article, Link, is_within
from articlelint_rules.links._targets import written_targets


def remote_links(article: Article) -> Iterator[Link]:
    """Yield the links to other sites; what this one is to have may not be published yet."""
    for link in written_targets(article):
        if "//" in link.url and not (
            link.based or is_within(link.url, article.site.settings.base_url)
        ):
            yield link


def answered_links(article: Article) -> Iterator[tuple[Link, Answer]]:
    """Yield the links that were asked about, with the answers."""
    if article.answers is not None:
        for link in remote_links(article):
            answer = article.answers.of(link.url)
            if answer is not None:
                yield link, answer
