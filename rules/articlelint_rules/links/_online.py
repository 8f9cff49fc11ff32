"""The links that the network is asked about."""

from collections.abc import Iterator

from articlelint import Answer, Article, Link, is_within


def remote_links(article: Article) -> Iterator[Link]:
    """Yield the links to other sites; what this one is to have may not be published yet."""
    for link in article.link_urls:
        if "//" in link.url and not (
            link.based or is_within(link.url, article.site.settings.base_url)
        ):
            yield link


def answered_links(article: Article) -> list[tuple[Link, Answer]]:
    """Return the links that were asked about, with the answers; a view."""
    if article.answers is None:
        return []
    answers = ((link, article.answers.of(link.url)) for link in remote_links(article))
    return [(link, answer) for link, answer in answers if answer is not None]
