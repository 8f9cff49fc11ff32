from __future__ import annotations

import subprocess
import sys

import frontmatter
import pytest

from articlelint.front_matter.fences.handlers import Handler, JSONHandler, TOMLHandler, YAMLHandler

TEXTS = [
    pytest.param(YAMLHandler(), "---\na: 1\nb: [x]\n---\nbody\n", id="YAML"),
    pytest.param(TOMLHandler(), '+++\na = 1\nb = ["x"]\n+++\nbody\n', id="TOML"),
    pytest.param(JSONHandler(), ';;;\n"a": 1,\n"b": ["x"]\n;;;\nbody\n', id="JSON"),
]


@pytest.mark.parametrize(("handler", "text"), TEXTS)
def test_python_frontmatter_reads_with_our_handlers(handler: Handler, text: str) -> None:
    post = frontmatter.loads(text, handler=handler)
    assert post.metadata == {"a": 1, "b": ["x"]}
    assert post.content == "body"
    assert handler.detect(text)


def test_four_dashes_are_no_fence() -> None:
    assert not YAMLHandler().detect("----\na: 1\n----\n")
    with pytest.raises(ValueError, match="not enough values"):
        YAMLHandler().split("---\na: 1\n")


def test_what_cannot_be_read_raises() -> None:
    with pytest.raises(ValueError, match="colon in this value"):
        YAMLHandler().load("a: b: c")
    assert YAMLHandler().load("- a") == {}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("---\ntitle: '1'\ndate: 2024-03-14\n---\n", id="values"),
        pytest.param("---\na: &x {b: yes}\nc: *x\nd:\n  <<: *x\n---\n", id="aliases"),
        pytest.param("---\na: |\n  b\n\n  c\nd: >-\n  e\n  f\n---\n", id="texts"),
        pytest.param("---\na: !!str 1\nb: !!float 2\n---\n", id="tags"),
        pytest.param("---\na: .inf\nb: 1_000\nc: 0o7\nd: 1:30\n---\n", id="numbers"),
    ],
)
def test_values_are_those_of_python_frontmatter(text: str) -> None:
    ours = frontmatter.loads(text, handler=YAMLHandler())
    assert ours.metadata == frontmatter.loads(text).metadata


def test_the_package_imports_nothing_heavy() -> None:
    heavy = ["yaml", "frontmatter", "tomllib", "pydantic", "tomlkit"]
    code = (
        "import sys; import articlelint.front_matter as front_matter;"
        "front_matter.parse('# Heading');"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
