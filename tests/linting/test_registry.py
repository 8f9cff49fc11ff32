from __future__ import annotations

import subprocess
import sys
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from articlelint import plugins
from articlelint.errors import ConfigError, PluginError
from articlelint.linting import registry as registries
from articlelint.linting.registry import Registry, rules_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

RULE = """
    from articlelint import Rule, Severity

    class NoTodo(Rule):
        '''A note to oneself is left in the text.'''

        name = "{name}"
        severity = Severity.WARNING

        def check(self, article):
            return ()
"""


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dedent(text), encoding="utf-8")
    return path


def package(folder: Path, name: str, files: dict[str, str]) -> None:
    for relative, text in files.items():
        path = write(folder / name / relative, text)
        (path.parent / "__init__.py").touch()
    write(folder / name / "__init__.py", "")


def test_built_in_rules_are_known_without_importing_them() -> None:
    code = (
        "import sys; from articlelint.linting.registry import Registry; r = Registry();"
        "assert 'text/byte-order-mark' in r.names; assert 'front-matter' in r.families;"
        "assert r.origin('text/byte-order-mark') == 'built-in';"
        "assert not [m for m in sys.modules if m.startswith('articlelint_rules')];"
        "r.load('text/byte-order-mark');"
        "assert not [m for m in sys.modules if m.startswith('articlelint_rules.front_matter')]"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_every_built_in_rule_loads_under_its_file_name_and_has_a_page() -> None:
    registry = Registry(entry_points=False)
    assert {rule.name for rule in rules_of(registries.BUILT_IN)} == set(registry.names)
    for name in registry.names:
        assert registry.load(name).name == name
        assert registry.page_path(name) is not None, name
        assert registry.page(name).startswith(f"# {name}\n")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("text/byte-order-marks", "text/byte-order-mark"),
        ("html/byte-order-mark", "text/byte-order-mark"),
        ("txet", "text"),
        ("qqqqqqq", "articlelint rules"),
    ],
)
def test_unknown_names_are_answered_with_the_nearest(wrong: str, right: str) -> None:
    registry = Registry(entry_points=False)
    with pytest.raises(ConfigError, match=f"`{wrong}`.*`{right}`"):
        registry.load(wrong)


class TestFiles:
    def test_a_local_file_defines_rules_and_their_docstring_is_the_page(
        self, tmp_path: Path
    ) -> None:
        path = write(tmp_path / "our.py", RULE.format(name="ours/no-todo"))
        registry = Registry([path], entry_points=False)
        assert registry.load("ours/no-todo").name == "ours/no-todo"
        assert registry.origin("ours/no-todo") == str(path)
        assert registry.page("ours/no-todo") == (
            "# ours/no-todo\n\nA note to oneself is left in the text.\n"
        )
        assert registry.page_path("ours/no-todo") is None

    @pytest.mark.parametrize("name", ["our.md", "no_todo.md"])
    def test_a_file_beside_it_is_the_page(self, tmp_path: Path, name: str) -> None:
        path = write(tmp_path / "our.py", RULE.format(name="ours/no-todo"))
        write(tmp_path / name, "# ours/no-todo\n\nThe page.\n")
        assert "The page." in Registry([path], entry_points=False).page("ours/no-todo")

    def test_a_page_about_something_else_is_not_taken(self, tmp_path: Path) -> None:
        path = write(tmp_path / "our.py", RULE.format(name="ours/no-todo"))
        write(tmp_path / "our.md", "# Our rules\n")
        assert "A note to oneself" in Registry([path], entry_points=False).page("ours/no-todo")

    def test_the_same_file_gives_the_same_classes(self, tmp_path: Path) -> None:
        path = write(tmp_path / "our.py", RULE.format(name="ours/no-todo"))
        first, second = (Registry([path], entry_points=False) for _ in range(2))
        assert first.load("ours/no-todo") is second.load("ours/no-todo")

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("import does_not_exist", "does_not_exist"),
            ("def (", "SyntaxError"),
            ("raise RuntimeError('boom')", "RuntimeError: boom"),
            ("x = 1", "defines no rule"),
            (RULE.format(name="nofamily"), "not `family/thing`"),
            (RULE.format(name="text/byte-order-mark"), "is taken"),
            (
                RULE.format(name="ours/x").replace("severity = Severity.WARNING", ""),
                "has no severity",
            ),
        ],
    )
    def test_a_broken_one_is_named(self, tmp_path: Path, text: str, message: str) -> None:
        path = write(tmp_path / "our.py", text)
        with pytest.raises(PluginError, match=message) as caught:
            Registry([path], entry_points=False)
        assert str(path) in str(caught.value)


def forget() -> None:
    """Forget which packages are installed."""
    registries._installed_plugins.cache_clear()
    plugins._groups.cache_clear()


class TestEntryPoints:
    @pytest.fixture
    def install(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> Iterator[Callable[[str], None]]:
        """Return what makes an installed distribution of an entry point."""

        def install(value: str) -> None:
            write(
                tmp_path / "acme-1.0.dist-info" / "entry_points.txt",
                f"[articlelint.rules]\nacme = {value}\n",
            )
            write(tmp_path / "acme-1.0.dist-info" / "METADATA", "Name: acme\nVersion: 1.0\n")
            monkeypatch.syspath_prepend(tmp_path)
            forget()

        yield install
        forget()
        for name in [name for name in sys.modules if name.startswith("acme")]:
            del sys.modules[name]

    def test_a_package_with_families_is_found(
        self, tmp_path: Path, install: Callable[[str], None]
    ) -> None:
        package(tmp_path, "acme", {"ours/no_todo.py": RULE.format(name="ours/no-todo")})
        write(tmp_path / "acme/ours/no_todo.md", "# ours/no-todo\n\nThe page.\n")
        write(tmp_path / "acme/ours/_helper.py", "raise RuntimeError('not a rule')")
        install("acme")
        registry = Registry()
        assert "ours/no-todo" in registry.names
        assert registry.origin("ours/no-todo") == "`acme` (acme)"
        assert "The page." in registry.page("ours/no-todo")
        assert "ours/no-todo" not in Registry(entry_points=False).names

    def test_a_flat_package_is_found(self, tmp_path: Path, install: Callable[[str], None]) -> None:
        package(tmp_path, "acme", {"no_todo.py": RULE.format(name="ours/no-todo")})
        install("acme")
        assert "ours/no-todo" in Registry().names

    def test_a_class_is_found(self, tmp_path: Path, install: Callable[[str], None]) -> None:
        package(tmp_path, "acme", {"anything.py": RULE.format(name="ours/no-todo")})
        install("acme.anything:NoTodo")
        assert "ours/no-todo" in Registry().names

    @pytest.mark.parametrize(
        ("value", "message"),
        [
            ("acme_that_is_not_there", "no package"),
            ("acme", "defines no rule"),
            ("acme.broken:NoTodo", "boom"),
            ("acme.number:x", "neither a package nor a rule"),
            ("acme.number:y", "cannot be loaded"),
            ("acme_broken", "boom"),
            ("acme_misnamed", "names differ"),
        ],
    )
    def test_a_broken_one_is_named(
        self, tmp_path: Path, install: Callable[[str], None], value: str, message: str
    ) -> None:
        package(tmp_path, "acme", {})
        write(tmp_path / "acme/_x.py", "")
        package(tmp_path, "acme_broken", {"no_todo.py": "raise RuntimeError('boom')"})
        package(tmp_path, "acme_misnamed", {"other.py": RULE.format(name="ours/no-todo")})
        if "." in value:
            write(tmp_path / "acme/broken.py", "raise RuntimeError('boom')")
            write(tmp_path / "acme/number.py", "x = 1")
        install(value)
        with pytest.raises(PluginError, match=message):
            Registry()
