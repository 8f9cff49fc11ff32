"""Which rules there are: the built-in ones by file name, plugins by entry point or by file."""

from __future__ import annotations

import importlib
import importlib.util
import inspect
import os
import sys
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from articlelint.errors import ConfigError, PluginError
from articlelint.linting.rule import Rule, options_class
from articlelint.linting.traits import Traits, traits_of
from articlelint.plugins import entry_points
from articlelint.project import rule_url
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from importlib.metadata import EntryPoint
    from types import ModuleType

BUILT_IN = "articlelint_rules"
"""The package of the built-in rules; imported by name, since the engine knows no rule."""

TABLE = "_traits"
"""The module of that package with the traits of its rules; see ``articlelint.linting.traits``."""

ENTRY_POINT_GROUP = "articlelint.rules"
_NAME = regex(r"[\w.-]+/[\w.-]+")
ALL = "all"
"""The selector that means every rule."""
EVERY = "/*"
"""Behind a family: the selector that means each of its rules."""


def rules_of(package_name: str) -> tuple[type[Rule], ...]:
    """Return every rule class of a package, sorted by name; imports all of its modules.

    A package holds folders (families) of modules, or modules alone; those whose name begins
    with an underscore are helpers. Raises PluginError where a module cannot be imported or
    a rule's name is not that of its file.
    """
    found: list[type[Rule]] = []
    for module_name in _module_names(package_name):
        stem = module_name.rpartition(".")[2]
        classes = _classes(_import(module_name, package_name))
        for rule in classes:
            if rule.name.partition("/")[2] != _dashed(stem):
                raise PluginError(f"the rule `{rule.name}` is in `{module_name}`: names differ")
        found += classes
    return tuple(sorted(found, key=lambda rule: rule.name))


class Registry:
    """The rules that can be selected.

    Built-in rules are known by their files and imported when asked for. Plugins are few,
    and are imported at once, so that a broken one is never silent: *files* are paths of
    Python modules; with *entry_points*, the installed ones are found too. Raises PluginError
    where a plugin cannot be loaded or a rule's name is taken.
    """

    def __init__(
        self, files: Sequence[Path] = (), *, package: str = BUILT_IN, entry_points: bool = True
    ) -> None:
        self.entry_points = entry_points
        self._package = package
        self._modules = dict(_built_in_modules(package))
        self._origins = dict.fromkeys(self._modules, "built-in")
        self._classes: dict[str, type[Rule]] = {}
        if entry_points:
            for label, classes in _installed_plugins():
                self._add(label, classes)
        for path in files:
            self._add(str(path), _classes_of_file(str(path.absolute())))

    def _add(self, label: str, classes: Iterable[type[Rule]]) -> None:
        for rule in classes:
            if rule.name in self._origins:
                raise PluginError(
                    f"plugin {label}: the name `{rule.name}` is taken ({self._origins[rule.name]})"
                )
            self._origins[rule.name] = label
            self._classes[rule.name] = rule

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Return the name of every rule, sorted."""
        return tuple(sorted(self._origins))

    @cached_property
    def families(self) -> tuple[str, ...]:
        """Return the name of every family, sorted."""
        return tuple(sorted({name.partition("/")[0] for name in self._origins}))

    @property
    def folders(self) -> tuple[Path, ...]:
        """Return the folders of the packages, and of the single files, that the rules come from."""
        modules = {each.__module__.partition(".")[0] for each in self._classes.values()}
        files = [getattr(sys.modules[name], "__file__", None) for name in sorted(modules)]
        places = [Path(file).parent for file in files if file]
        return (Path(_folder(self._package)), *places)

    @property
    def has_plugins(self) -> bool:
        """Tell whether some rules are not built in."""
        return len(self._origins) > len(self._modules)

    def __contains__(self, name: object) -> bool:
        return name in self._origins

    def origin(self, name: str) -> str:
        """Return where the rule comes from: ``built-in`` or the plugin."""
        return self._origins[name]

    def load(self, name: str) -> type[Rule]:
        """Return the class of the rule called *name*.

        Raises ConfigError where there is none, PluginError where its module is broken.
        """
        if name not in self._classes:
            if name not in self._modules:
                raise ConfigError(self.unknown(name))
            module_name = self._modules[name]
            for rule in _classes(_import(module_name, "built-in rules")):
                self._classes[rule.name] = rule
            if name not in self._classes:
                raise PluginError(f"`{module_name}` does not define the rule `{name}`")
        return self._classes[name]

    def traits(self, name: str) -> Traits:
        """Return what is known of the rule called *name* without its module, where it is built in.

        Raises what ``load`` does.
        """
        row = _table(self._package).get(name) if name not in self._classes else None
        return traits_of(self.load(name)) if row is None else Traits.read(row)

    def is_of_family(self, name: str) -> bool:
        """Tell whether the name of a family selects its rule *name*.

        That selects what of the family is on by default: all of it where nothing is.
        """
        return self.traits(name).default or name.partition("/")[0] not in self._default_families

    @cached_property
    def _default_families(self) -> frozenset[str]:
        return frozenset(name.partition("/")[0] for name in self.names if self.traits(name).default)

    def page_path(self, name: str) -> Path | None:
        """Return the file of the rule's page, beside its module; None where it has none."""
        rule = self.load(name)
        return next((path for path in page_places(rule) if _heading(path) == name), None)

    def page_url(self, name: str) -> str | None:
        """Return the address of the rule's page: on the documentation site, or its file here."""
        url = rule_url(name) if name in self._modules else None
        path = self.page_path(name) if url is None else None
        return path.as_uri() if path is not None else url

    def page(self, name: str) -> str:
        """Return the rule's page, Markdown; made of its docstring where no file has it.

        Raises ConfigError where there is no such rule.
        """
        path = self.page_path(name)
        if path is not None:
            return path.read_text(encoding="utf-8")
        about = inspect.getdoc(self.load(name)) or "There is no page about this rule."
        return f"# {name}\n\n{about}\n"

    def unknown(self, selector: str) -> str:
        """Return the sentence that says that *selector* is no rule, with the nearest name."""
        if selector.removesuffix(EVERY) in self.families:
            return f"`{selector}` is a family, not a rule; `articlelint rules {selector}` lists it"
        from difflib import get_close_matches

        near = get_close_matches(selector, (*self.names, *self.families, ALL), 1, 0.5)
        if not near:  # the right word in the wrong family is nearer than its letters show
            tail = selector.rpartition("/")[2]
            near = [name for name in self.names if name.partition("/")[2] == tail]
        hint = f"; did you mean `{near[0]}`?" if near else "; `articlelint rules` lists them"
        return f"there is no rule or family `{selector}`{hint}"


def page_places(rule: type[Rule]) -> tuple[Path, ...]:
    """Return where the page of *rule* may be: beside its module, with its name or the rule's."""
    source = Path(inspect.getfile(rule))
    return source.with_suffix(".md"), source.with_name(f"{_stem(rule.name)}.md")


def _heading(path: Path) -> str:
    """Return the first line of the page at *path* without its mark; "" if it cannot be read."""
    try:
        with path.open(encoding="utf-8") as file:
            return file.readline().removeprefix("#").strip()
    except OSError:
        return ""


def _dashed(name: str) -> str:
    return name.replace("_", "-")


def _stem(name: str) -> str:
    return name.partition("/")[2].replace("-", "_")


def _folder(package_name: str) -> str:
    """Return the package's folder, without importing a top-level package."""
    try:
        spec = importlib.util.find_spec(package_name)
    except (ImportError, ValueError) as error:
        raise PluginError(f"the package `{package_name}` cannot be found: {error}") from error
    if spec is None or not spec.submodule_search_locations:
        raise PluginError(f"there is no package `{package_name}`")
    return next(iter(spec.submodule_search_locations))


def _python_files(folder: str) -> list[str]:
    with os.scandir(folder) as entries:
        names = [entry.name for entry in entries]
    return sorted(name[:-3] for name in names if name.endswith(".py") and name[0] != "_")


def _module_names(package_name: str) -> Iterator[str]:
    """Yield the modules of a package's rules: those of the package, then of its folders."""
    folder = _folder(package_name)
    for stem in _python_files(folder):
        yield f"{package_name}.{stem}"
    with os.scandir(folder) as entries:
        families = sorted(entry.name for entry in entries if entry.is_dir())
    for family in families:
        if family.isidentifier() and not family.startswith("_"):
            for stem in _python_files(f"{folder}/{family}"):
                yield f"{package_name}.{family}.{stem}"


@lru_cache
def _built_in_modules(package_name: str) -> Mapping[str, str]:
    """Return the module of each rule of a package by the rule's name; imports nothing."""
    modules = {}
    for module_name in _module_names(package_name):
        parts = module_name.removeprefix(f"{package_name}.").split(".")
        if len(parts) == 2:
            modules["/".join(map(_dashed, parts))] = module_name
    return modules


@lru_cache
def _table(package_name: str) -> Mapping[str, tuple[object, ...]]:
    """Return the traits of a package's rules by their names; those of some need not be there."""
    try:
        table: Mapping[str, tuple[object, ...]] = importlib.import_module(
            f"{package_name}.{TABLE}"
        ).TRAITS
    except ModuleNotFoundError:  # a package of a test, or one whose table is being made
        return {}
    return table


def _classes(module: ModuleType) -> list[type[Rule]]:
    """Return the rules that *module* itself defines, in the order written."""
    return [
        value
        for value in vars(module).values()
        if isinstance(value, type)
        and value.__module__ == module.__name__
        and issubclass(value, Rule)
        and not inspect.isabstract(value)
        and "name" in vars(value)
    ]


def _import(module_name: str, label: str) -> ModuleType:
    try:
        return importlib.import_module(module_name)
    except Exception as error:
        raise PluginError(
            f"plugin {label}: cannot import `{module_name}`: {_said(error)}"
        ) from error


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


@lru_cache
def _installed_plugins() -> tuple[tuple[str, tuple[type[Rule], ...]], ...]:
    """Return each installed plugin's label and rules."""
    return tuple(
        (_label(point), _classes_of_entry_point(point)) for point in entry_points(ENTRY_POINT_GROUP)
    )


def _label(point: EntryPoint) -> str:
    return f"`{point.name}` ({point.value})"


def _classes_of_entry_point(point: EntryPoint) -> tuple[type[Rule], ...]:
    if not point.attr:
        classes = tuple(_checked(rule, _label(point)) for rule in rules_of(point.module))
        if not classes:
            raise PluginError(f"plugin {_label(point)} defines no rule")
        return classes
    try:
        value = point.load()
    except Exception as error:
        raise PluginError(f"plugin {_label(point)} cannot be loaded: {_said(error)}") from error
    if not (isinstance(value, type) and issubclass(value, Rule)):
        raise PluginError(f"plugin {_label(point)} is neither a package nor a rule class")
    return (_checked(value, _label(point)),)


@lru_cache
def _classes_of_file(path: str) -> tuple[type[Rule], ...]:
    """Return the rules of the Python file at *path*, imported under a name of its own."""
    from hashlib import blake2s  # 3 ms, for plugins only

    stem = Path(path).stem
    module_name = f"articlelint_plugin_{stem}_{blake2s(path.encode(), digest_size=4).hexdigest()}"
    spec = importlib.util.spec_from_file_location(module_name, path)
    if spec is None or spec.loader is None:
        raise PluginError(f"plugin {path} is not a Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[module_name] = module  # dataclasses and pydantic look annotations up there
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        del sys.modules[module_name]
        place = _place(error, path)
        raise PluginError(f"plugin {place} cannot be imported: {_said(error)}") from error
    classes = tuple(_checked(rule, path) for rule in _classes(module))
    if not classes:
        raise PluginError(f"plugin {path} defines no rule")
    return classes


def _place(error: Exception, path: str) -> str:
    """Return *path* with the line on which *error* was raised, where it was in that file."""
    from traceback import walk_tb

    calls = walk_tb(error.__traceback__)
    lines = [line for frame, line in calls if frame.f_code.co_filename == path]
    return f"{path}:{lines[-1]}" if lines else path


def _checked(rule: type[Rule], label: str) -> type[Rule]:
    """Return *rule*; raises PluginError where it lacks what every rule has."""
    if not _NAME.fullmatch(getattr(rule, "name", "")):
        raise PluginError(f"plugin {label}: the name of {rule.__name__} is not `family/thing`")
    if not hasattr(rule, "severity"):
        raise PluginError(f"plugin {label}: {rule.__name__} has no severity")
    try:
        options_class(rule)
    except TypeError as error:
        raise PluginError(f"plugin {label}: {error}") from error
    return rule
