"""Reads generators' configuration files: never executes anything, never raises on a broken one."""

from __future__ import annotations

import re
from dataclasses import field
from itertools import islice
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final

from articlelint.dataclass import dataclass
from articlelint.generators.tree import PAGES
from articlelint.text.files import read_beginning
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import tzinfo
    from pathlib import Path

    from articlelint.generators.settings import Settings

_TABS = regex(r"^\t+", re.MULTILINE)
_MAJOR = regex(r"[\^~>=v ]*(\d+)(?:[.\-].*)?")
UNPARSED: Final = regex(r"\bdoes not parse\b")
"""What problems say of a file of which nothing could be read."""
_LARGEST = 2_000_000
"""Bytes. A larger file is no configuration."""

read: Final[set[Path]] = set()
"""What may be a page, and was read whole for what it says about others: a layout, an include."""


@dataclass
class Reader:
    """Reads configuration files of one root and remembers what was wrong with them."""

    root: Path
    problems: list[str] = field(default_factory=list)

    def text(self, name: str) -> str:
        """Return the text of a file; "" where there is none."""
        path = self.root / name
        if name.endswith(PAGES):
            read.add(path)
        try:
            data = read_beginning(path, _LARGEST + 1)
        except FileNotFoundError:
            return ""
        except (OSError, ValueError) as error:
            self.problems.append(f"{name} cannot be read: {error}")
            return ""
        if len(data) > _LARGEST:
            self.problems.append(f"{name} is too large to be a configuration")
            return ""
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            self.problems.append(f"{name} is not UTF-8")
            return ""

    def yaml(self, name: str) -> dict[str, Any]:
        """Return the mapping in a YAML file; tags of the generator's own (``!ENV``) are None."""
        text = self.text(name)
        if not text.strip():
            return {}
        return self._mapping(name, lambda: _loaded(text))

    def toml(self, name: str, *, newer: bool = False) -> dict[str, Any]:
        """Return the table in a TOML file, which may be of a *newer* version: 1.1."""
        text = self.text(name)
        if not text.strip():
            return {}
        import tomllib

        if newer:
            from articlelint.generators.newer_toml import in_one_line

            text = in_one_line(text)
        return self._mapping(name, lambda: tomllib.loads(text))

    def json(self, name: str) -> dict[str, Any]:
        """Return the object in a JSON file."""
        text = self.text(name)
        if not text.strip():
            return {}
        import json

        return self._mapping(name, lambda: json.loads(text))

    def typescript(self, name: str) -> dict[str, Any]:
        """Return the object in a configuration of TypeScript: JSON with comments and commas."""
        import json

        text = _TRAILING_COMMA.sub("", without_comments(self.text(name)))
        return self._mapping(name, lambda: json.loads(text)) if text.strip() else {}

    def any(self, name: str) -> dict[str, Any]:
        """Return the mapping in a file whose extension says what it is written in."""
        if name.endswith((".yaml", ".yml")):
            return self.yaml(name)
        return self.toml(name) if name.endswith(".toml") else self.json(name)

    def time_zone(self, value: object) -> tzinfo | None:
        """Return the zone of that name; None where there is none, a problem where it is wrong."""
        if value in (None, "", False):
            return None
        from zoneinfo import ZoneInfo

        try:
            return ZoneInfo(str(value))
        except (OSError, ValueError):  # ZoneInfoNotFoundError is a KeyError
            pass
        except KeyError:
            pass
        self.problems.append(f"`{value}` is not a time zone")
        return None

    def with_problems(self, settings: Settings) -> Settings:
        """Return *settings* with what was wrong with the files read."""
        from dataclasses import replace

        return replace(settings, problems=(*settings.problems, *self.problems))

    def _mapping(self, name: str, load: Callable[[], object]) -> dict[str, Any]:
        try:
            value = load()
        except (RecursionError, ValueError) as error:
            self.problems.append(f"{name} does not parse: {_first_line(error)}")
            return {}
        except Exception as error:  # noqa: BLE001 - yaml.YAMLError, known once yaml is imported
            self.problems.append(f"{name} does not parse: {_first_line(error)}")
            return {}
        if isinstance(value, dict):
            return {str(key): item for key, item in value.items()}
        if value is not None:
            self.problems.append(f"{name} does not contain a mapping")
        return {}


def _first_line(error: BaseException) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__


def _loaded(text: str) -> object:
    """Return what a YAML file holds; tabs at the start of lines are read as Hexo reads them.

    hexo-front-matter, ``escape``: two spaces each.
    """
    import yaml

    try:
        return _first_document(text)
    except yaml.YAMLError:
        if "\n\t" not in text:
            raise
        spaced = _TABS.sub(lambda tabs: "  " * len(tabs[0]), text)
        return _first_document(spaced)


def _first_document(text: str) -> object:
    """Return the first document of YAML; Go's and Ruby's parsers do not look for another."""
    loader = _loader()(text)
    try:
        return loader.get_data()
    finally:
        loader.dispose()


def _loader() -> type:
    """Return a safe YAML loader that reads unknown tags as None instead of raising."""
    import yaml

    base: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    loader: Any = type("ConfigurationLoader", (base,), {})
    loader.add_multi_constructor("", lambda *_: None)
    return loader  # type: ignore[no-any-return]


def text(value: object) -> str | None:
    """Return *value* where it is text with anything in it, else None."""
    return value.strip() or None if isinstance(value, str) else None


def texts(value: object) -> tuple[str, ...]:
    """Return the texts of a list, or a single text as a list."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, (list, tuple)):
        return tuple(item for item in value if isinstance(item, str))
    return ()


def mapping(value: object) -> dict[str, Any]:
    """Return *value* where it is a mapping, its keys as text, else an empty one."""
    return {str(key): item for key, item in value.items()} if isinstance(value, dict) else {}


def folder(value: object, default: str) -> PurePosixPath:
    """Return a folder named in a configuration, relative to the root."""
    name = (text(value) or default).replace("\\", "/")
    while name.startswith("./"):
        name = name[2:]
    return PurePosixPath(name.strip("/") if not name.startswith("/") else name)


_STRING = r"""(?<!\\)(?P<quote>["'`])(?P<value>(?:(?!(?P=quote))[^\\\n$]|\\.)*+)(?P=quote)"""


_CONSTANT = regex(rf"\bconst\s+(?P<name>\w+)\s*=\s*{_STRING}\s*(?:;|$)", re.MULTILINE)
_NAMED = regex(r"\$\{(\w+)\}")


def javascript_string(source: str, key: str) -> str | None:
    """Return the literal after ``key:`` or ``key =`` in JavaScript, comments left out."""
    pattern = rf"""(?<![\w.$])["']?{re.escape(key)}["']?\s*[:=]\s*{_STRING}\s*(?=[,;)}}\n]|$)"""
    code = without_comments(source)
    match = re.search(pattern, _interpolated(code) if "${" in code else code)
    return match["value"] if match else None


def own_string(source: str, key: str) -> str | None:
    """Return ``javascript_string`` of the configuration itself, not of a tool's options in it.

    ``vite: { base: '/x/' }`` and ``plugins: [pwa({ srcDir: 'x' })]`` are such options.
    """
    code = without_comments(source)
    if key not in code:
        return None
    kept, depth = [], 0
    for piece in _OPTIONS.finditer(code):
        if piece["opens"]:
            depth += 1
        elif piece["open"]:
            depth += depth > 0
        elif piece["close"]:
            depth -= depth > 0
        if not depth:
            kept.append(piece[0])
    return javascript_string("".join(kept), key)


_OPTIONS = regex(
    rf"""{_STRING}|(?P<opens>:\s*(?:[\w.]+\s*)?[({{\[])|(?P<open>[({{\[])"""
    r"""|(?P<close>[)}\]])|[^"'`({\[)}\]:\w]+|\w+|.""",
    re.DOTALL,
)


def _interpolated(code: str) -> str:
    """Return JavaScript with the texts of constants where templates name them."""
    constants = {match["name"]: match["value"] for match in _CONSTANT.finditer(code)}
    return _NAMED.sub(lambda match: constants.get(match[1], match[0]), code)


def javascript_list(source: str, key: str, *, whole: bool = False) -> tuple[str, ...] | None:
    """Return the literals of a list after ``key:`` in JavaScript; None where it is none.

    Nor, if it has to be *whole*, where there may be more in it: another list that is spread into
    it or joined, names of constants, a second list of that key.
    """
    pattern = rf"""(?<![\w.$])["']?{re.escape(key)}["']?\s*[:=]\s*\[(?P<items>[^\[\]]*)\]"""
    code = without_comments(source)
    matches = list(islice(re.finditer(pattern, code), 2))
    if not matches:
        return None
    items = matches[0]["items"]
    if whole and (
        len(matches) > 1
        or re.sub(_STRING, "", items).strip(", \t\r\n")
        or code[matches[0].end() :].lstrip().startswith(".")
    ):
        return None
    return tuple(item["value"] for item in re.finditer(_STRING, items))


def python_literal(source: str, name: str) -> object:
    """Return the literal that a Python source assigns to *name* at its top level, else None.

    ``X = 'a' if TEST else 'b'`` and other expressions are no literals. The last assignment
    wins, as it does when the file runs.
    """
    import ast

    try:
        module = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    found: object = None
    for statement in module.body:
        if not isinstance(statement, ast.Assign):
            continue
        if any(isinstance(item, ast.Name) and item.id == name for item in statement.targets):
            try:
                found = ast.literal_eval(statement.value)
            except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
                found = None
    return found


_TRAILING_COMMA = regex(r",(?=\s*[}\]])")
_COMMENT = regex(
    r"""(?<!\\)(?P<string>"(?:[^"\\\n]|\\.)*+"|'(?:[^'\\\n]|\\.)*+'|`(?:[^`\\]|\\.)*+`)"""
    r"""|//[^\n]*|/\*.*?\*/""",
    re.DOTALL,
)


def without_comments(source: str) -> str:
    """Return JavaScript with its comments blanked; strings are kept."""
    end = source.rfind("*/") + 2
    # Behind the last end no comment begins; looking for each one's end would take for ever.
    text = source[:end] + source[end:].replace("/*", "/\0")
    return _COMMENT.sub(lambda match: match["string"] or " ", text).replace("/\0", "/*")


def has_any(names: Iterable[str], root: Path) -> bool:
    """Tell whether *root* holds at least one of *names*."""
    return any((root / name).exists() for name in names)


def package_major(root: Path, name: str) -> int | None:
    """Return the major version of the npm package *name* that ``package.json`` asks for.

    In a repository of several packages it may be asked for by the one around them.
    """
    for folder in _up_to_repository(root):
        data = Reader(folder).json("package.json")
        for key in ("dependencies", "devDependencies"):
            version = text(mapping(data.get(key)).get(name))
            if version and (match := _MAJOR.fullmatch(version)):
                return int(match[1])
    return None


def _up_to_repository(root: Path) -> Iterator[Path]:
    """Yield *root* and the folders above it, up to that of the repository."""
    folders = [root, *islice(root.parents, _HIGHEST)]
    if any((folder / ".git").exists() for folder in folders):
        for folder in folders:
            yield folder
            if (folder / ".git").exists():
                return
    yield root


_HIGHEST: Final = 3


def package_dependencies(root: Path) -> frozenset[str]:
    """Return the npm packages that ``package.json`` in *root* depends on."""
    data = Reader(root).json("package.json")
    found: set[str] = set()
    for key in ("dependencies", "devDependencies", "peerDependencies", "optionalDependencies"):
        found.update(mapping(data.get(key)))
    if "hexo" in data:  # Hexo's own table, which its command line looks for
        found.add("hexo")
    return frozenset(found)
