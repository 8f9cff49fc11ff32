"""What the files of servers send elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint.destinations.redirects import redirects_of
from articlelint.recognition import site_for

if TYPE_CHECKING:
    from pathlib import Path

    from articlelint.destinations.redirects import Redirects


def sent(root: Path, name: str, text: str) -> Redirects | None:
    (root / "_config.yml").write_text("title: Kites\n")
    (root / name).write_text(text)
    return redirects_of(site_for(root, "jekyll"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a.example.org {\n  root /www\n  ext .html\n}\n", False),
        ("b.example.org {\n  redir https://a.example.org{uri}\n}\n", False),
        ("a.example.org {\n  redir /old /new 301\n}\n", False),
        ("a.example.org {\n  redir /kites /new 301\n}\n", True),
        ("a.example.org {\n  redir /k* /new{uri}\n}\n", True),
        ("a.example.org {\n  reverse_proxy /kites* localhost:80\n}\n", True),
        ("a.example.org {\n  reverse_proxy localhost:80\n}\n", None),
        ("a.example.org {\n  redir @old /new\n}\n", None),
        ("a.example.org {\n  redir {\n    /kites /new\n  }\n}\n", None),
        ("a.example.org {\n  try_files {path} /index.html\n}\n", None),
    ],
)
def test_caddy(tmp_path: Path, text: str, *, expected: bool | None) -> None:
    found = sent(tmp_path, "Caddyfile", text)
    assert (None if found is None else found.has("/kites")) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ErrorDocument 404 /404.html\nRewriteEngine On\n", False),
        ("Redirect 301 /old /new\n", False),
        ("Redirect permanent /kites https://a.example.org/\n", True),
        ("redirect /birds /new\n", False),
        ("Redirect 301 /birds /new\nRedirect /kites /new\n", True),
        ("RewriteRule ^k(.*) /new [R=301]\n", None),
        ("RedirectMatch ^/k /new\n", None),
    ],
)
def test_apache(tmp_path: Path, text: str, *, expected: bool | None) -> None:
    found = sent(tmp_path, ".htaccess", text)
    assert (None if found is None else found.has("/kites")) is expected


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("firebase.json", '{"hosting": {"public": "_site"}}', False),
        ("firebase.json", '{"hosting": {"redirects": [{"source": "/kites"}]}}', True),
        ("firebase.json", '{"hosting": [{"redirects": [{"source": "/k*/**"}]}]}', False),
        ("firebase.json", '{"hosting": {"redirects": [{"source": "/:a*"}]}}', None),
        ("firebase.json", '{"hosting": {"rewrites": [{"source": "**"}]}}', None),
        ("firebase.json", '{"hosting": {"redirects": [{"regex": "^/k"}]}}', None),
        ("firebase.json", "{", None),
        ("staticwebapp.config.json", '{"routes": [{"route": "/kites", "redirect": "/"}]}', True),
        ("staticwebapp.config.json", '{"routes": [{"route": "/kites", "methods": []}]}', False),
        ("staticwebapp.config.json", '{"navigationFallback": {"rewrite": "/"}}', None),
        ("wrangler.toml", "pages_build_output_dir = '_site'\n", False),
        ("wrangler.toml", "main = 'src/index.js'\n", None),
        ("wrangler.jsonc", '{\n  "main": "src/index.js"\n}\n', None),
        ("nginx.conf", "", None),
    ],
)
def test_hosts(tmp_path: Path, name: str, text: str, *, expected: bool | None) -> None:
    found = sent(tmp_path, name, text)
    assert (None if found is None else found.has("/kites")) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/old /new 301\n", False),
        ("{{ range .Site.Pages }}{{ range .Aliases }}\n{{ . }} /new\n{{ end }}{{ end }}\n", False),
        ('{{ $latest := "2" }}\n/v/latest/* /v/{{ $latest }}/:splat 302\n', False),
        ('{{ $latest := "2" }}\n/birds/{{ $latest }}/* /new\n', True),
        (
            '{{ range slice "birds" "owls" -}}\n{{ printf "/%s/2" . }}  /2/{{ . }}\n{{ end }}\n',
            True,
        ),
        ('{{ range slice "owls" "crows" -}}\n{{ printf "/%s" . }}  /2/{{ . }}\n{{ end }}\n', False),
        ('{{ range slice "birds" "owls" -}}\n{{ . }}  /2/{{ . }}\n{{ end }}\n', True),
        ('{{ range slice "birds" }}\n{{ printf "/old/%s/*" . }} /new\n{{ end }}\n', False),
        ('{{ range slice "birds" }}\n{{ printf "/%-9s/2" . }} /new\n{{ end }}\n', True),
        ("{{ range site.Data.moved }}\n{{ .from }} {{ .to }}\n{{ end }}\n", None),
        ("{{ range site.Data.moved }}\n/birds/{{ .from }} {{ .to }}\n{{ end }}\n", True),
    ],
)
def test_template_of_hugo(tmp_path: Path, text: str, *, expected: bool | None) -> None:
    (tmp_path / "layouts").mkdir()
    (tmp_path / "layouts/index.redirects").write_text(text)
    (tmp_path / "hugo.toml").write_text("title = 'Kites'\n")
    found = redirects_of(site_for(tmp_path, "hugo"))
    assert (None if found is None else found.has("/birds/2/")) is expected


def test_what_is_below_goes_along(tmp_path: Path) -> None:
    found = sent(tmp_path, ".htaccess", "Redirect 301 /birds /new\n")
    assert found is not None
    assert found.has("/birds/kites/")
    assert not found.has("/kites/")
