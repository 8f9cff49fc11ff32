from articlelint import WARNING, Article, Findings, Rule, Span, on
from articlelint_rules.markdown._items import ItemList, item_lists


class RestartedList(Rule):
    """A numbered list starts again at 1 although it was meant to continue."""

    name = "markdown/restarted-list"
    severity = WARNING

    @on.view(item_lists)
    def check(self, items: ItemList, article: Article) -> Findings:
        previous = items.previous
        if previous is None or not previous.items or not items.items:
            return
        first, last = items.items[0], previous.items[-1]
        if first.number is None or last.number is None or first.number == items.shows:
            return
        if first.number != last.number + 1:
            return
        text = article.markdown.text
        end = first.start + len(text[first.start : first.end].partition("\n")[0].rstrip())
        wanted = article.dialect.nesting_indentation or last.width
        yield self.diagnostic(
            Span(first.start, end).shift(article.markdown.offset),
            f"Readers see {items.shows}. here: what comes before it has ended the list",
            hint=f"Indent what is between the items by {wanted} spaces, "
            f'or write `<ol start="{first.number}">`',
            cause="article",
        )
