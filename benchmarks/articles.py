"""Articles as a feed scraper dumps them, any number, the same at each call.

    python benchmarks/articles.py NUMBER articles.parquet      (or .jsonl)
    python benchmarks/articles.py NUMBER folder/

Some 2 KB each: front matter, paragraphs, links, images, HTML of the feed's. About one in twenty has
a defect of one article, one in a hundred shares an address, a term or a key with others that it
should not; a few have comments that suppress findings.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = (
    "wind kite sky river letter window paper lamp harbour engine winter market bridge garden number"
    " signal copper thread winter valley morning answer station journey mirror weather island stone"
).split()
TERMS = ("Wind", "Sky", "River", "Paper", "Engine", "Market", "Garden", "Signal")
DEFECTS = (
    "<p>Not closed <b>bold</i></b></p>",
    '<img src="https://pictures.edu/{n}.png" alt="One" alt="Two">',
    "<div><p>Stray</div></p>",
    "[empty]()",
    "<font color=red>Old</font>",
)
BATCH = 1000


def article(number: int) -> tuple[str, str]:
    """Return the path and the text of the article with this number."""
    pick = random.Random(number)
    day = f"{2000 + number % 25}-{1 + number % 12:02}-{1 + number % 28:02}"
    permalink = number if pick.random() < 0.99 else pick.randrange(number // 2 + 1)
    term = pick.choice(TERMS)
    lines = [
        "---",
        f"title: {' '.join(pick.choices(WORDS, k=5))} {number}",
        f"date: {day} {number % 24:02}:{number % 60:02}:{number % 59:02}",
        f"permalink: /{permalink}/",
        f"tags: [{term if pick.random() < 0.995 else term.upper()}, {pick.choice(TERMS)}]",
    ]
    if pick.random() < 0.3:
        lines.append("headimg: https://pictures.edu/head.png")
    elif pick.random() < 0.0005:
        lines.append("hedimg: https://pictures.edu/head.png")
    lines.append("---")
    if number % 5000 == 77:
        lines = []
    body = []
    for _ in range(pick.randrange(4, 12)):
        words = pick.choices(WORDS, k=pick.randrange(20, 60))
        words.insert(5, f"[{words[0]}](https://pages.edu/{pick.randrange(10**6)}/)")
        body.append(" ".join(words).capitalize() + ".")
    body.insert(1, f"![A {pick.choice(WORDS)}](https://pictures.edu/{number}.png)")
    body.insert(2, f'<p class="feed">From <a href="https://pages.edu/{number}">the feed</a></p>')
    body.insert(3, f"## {pick.choice(WORDS).capitalize()} {number}")
    if pick.random() < 0.05:
        body.append(pick.choice(DEFECTS).format(n=number))
    if pick.random() < 0.01:
        body.append("<!-- articlelint-disable-file site/duplicate-permalink -->")
    text = "\n".join(lines) + "\n\n" * bool(lines) + "\n\n".join(body) + "\n"
    return f"source/_posts/{number // 1000:06}/{number:09}.md", text


def articles(count: int) -> Iterator[tuple[str, str]]:
    """Yield so many articles."""
    return map(article, range(count))


def write(count: int, target: str) -> None:
    """Write so many articles to *target*: a table, or the folder of a Hexo site."""
    path = Path(target)
    if path.suffix == ".jsonl":
        with path.open("w", encoding="utf-8") as file:
            for name, text in articles(count):
                file.write(json.dumps({"path": name, "content": text}) + "\n")
    elif path.suffix == ".parquet":
        import pyarrow as pa
        import pyarrow.parquet as pq

        schema = pa.schema([("path", pa.string()), ("content", pa.string())])
        with pq.ParquetWriter(path, schema) as writer:
            for start in range(0, count, BATCH):
                rows = [article(number) for number in range(start, min(start + BATCH, count))]
                columns = [pa.array(column, pa.string()) for column in zip(*rows, strict=True)]
                writer.write_batch(pa.RecordBatch.from_arrays(columns, schema=schema))
    else:
        path.mkdir(parents=True, exist_ok=True)
        for name, text in articles(count):
            place = path / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")
        (path / "_config.yml").write_text("title: Feeds\n", encoding="utf-8")
        (path / "package.json").write_text('{"dependencies": {"hexo": "7"}}', encoding="utf-8")


if __name__ == "__main__":
    write(int(sys.argv[1]), sys.argv[2])
