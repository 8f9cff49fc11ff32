"""The index of a site's addresses: what it reads, and how often it is made."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from articlelint.config import Configs, Layer
from articlelint.destinations import addresses, page_index
from articlelint.destinations.redirects import Redirects, redirects_of
from articlelint.recognition import site_for
from articlelint.runner.discovery import Discovery
from articlelint.runner.job import Job
from articlelint.runner.run import run

if TYPE_CHECKING:
    from articlelint.site import Site

PERMALINK = "---\ntitle: A\npermalink: /far/away/\n---\n"


def write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def urls(root: Path, generator: str) -> list[str]:
    found = page_index.pages_of(site_for(root, generator))
    assert found is not None
    return sorted(page.url for page in found.by_url.values())


@pytest.mark.parametrize(("generator", "folder"), [("mkdocs", "docs"), ("vitepress", ".")])
def test_no_file_is_read_where_the_path_tells_the_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, generator: str, folder: str
) -> None:
    write(tmp_path / folder, {"index.md": PERMALINK, "b/c.md": PERMALINK})
    monkeypatch.setattr(addresses, "read_beginning", lambda *_: pytest.fail("a file is read"))
    assert len(urls(tmp_path, generator)) == 2


def test_a_parser_is_only_asked_where_the_front_matter_needs_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(
        tmp_path,
        {
            "_config.yml": "title: A\n",
            "a.md": PERMALINK,
            "b.md": "---\ntitle: B\nredirect_from: [/old/, /older/]\n---\n",
            "_posts/2024-05-03-c.md": "---\r\ntitle: C\r\ncategories: News\r\n---\r\n",
        },
    )
    monkeypatch.setattr(addresses, "Article", lambda *_, **__: pytest.fail("a parser is asked"))
    assert urls(tmp_path, "jekyll") == [
        "/b.html", "/far/away/", "/news/2024/05/03/c.html", "/old", "/older",
    ]  # fmt: skip


def test_what_takes_a_parser_is_read_by_it(tmp_path: Path) -> None:
    long = "x" * 5_000
    write(
        tmp_path,
        {
            "a.md": "---\npermalink: >-\n  /folded/\n---\n",
            "b.md": f"---\ntitle: {long}\npermalink: /far/\n---\n",
        },
    )
    assert urls(tmp_path, "jekyll") == ["/far/", "/folded/"]


def test_workers_have_the_index_from_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(
        tmp_path,
        {
            "_config.yml": "plugins: []\n",
            **{f"{n}.md": f"---\ntitle: {n}\n---\n[x](/y)\n" for n in range(80)},
        },
    )
    monkeypatch.chdir(tmp_path)
    makes = redirects_of

    def recorded(site: Site) -> Redirects | None:
        with Path("made.txt").open("a") as file:
            file.write(f"{os.getpid()}\n")
        return makes(site)

    monkeypatch.setattr("articlelint.destinations.page_index.redirects_of", recorded)
    configs = Configs(Layer(select=("links/missing-page",)))
    job = Job(configs, datetime(2024, 5, 3, tzinfo=UTC))
    run(job, Discovery(sorted(map(str, Path().glob("*.md")))), processes=2)
    assert Path("made.txt").read_text() == f"{os.getpid()}\n"


def test_a_number_is_a_slug_as_well(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "hugo.toml": "title = 'A'\n",
            "content/posts/a.md": "---\ntitle: A\nslug: 1\n---\n",
            "content/posts/b.md": "---\ntitle: B\n---\n",
        },
    )
    assert urls(tmp_path, "hugo") == ["/posts/1/", "/posts/b/"]


def test_an_address_that_cannot_be_told_leaves_all_open(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "_config.yml": "title: A\n",
            "a.md": "---\ntitle: A\n---\n",
            "b.md": "---\ntitle: B\npermalink: /:categories/b/\n---\n",
        },
    )
    found = page_index.pages_of(site_for(tmp_path, "jekyll"))
    assert found is not None
    assert found.unknown
    assert not found.is_gone("/withdrawn/", "/")
