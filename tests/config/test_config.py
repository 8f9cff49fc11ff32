"""Which rules, options and sites hold for which file."""

from __future__ import annotations

import pickle
import re
from pathlib import Path
from textwrap import dedent

import pytest

from articlelint import Article
from articlelint.config import Configs, Layer
from articlelint.config.profiles import profiles
from articlelint.diagnostic import Severity
from articlelint.errors import ConfigError, PluginError
from articlelint.linting.linter import lint
from articlelint.linting.registry import Registry

MARK = "text/byte-order-mark"
BYTES = "text/undecodable-bytes"
OTHERS = {name for name in Registry().names if name.startswith("text/")} - {MARK}
PLUGIN = """
    from articlelint import Rule, Severity

    class Tall(Rule):
        '''The article is too tall.'''

        name = "ours/tall"
        severity = Severity.INFO
        default = False
        most_lines: int = 10
        words: tuple[str, ...] = ()
        pairs: tuple[tuple[str, str], ...] = ()

        def check(self, article):
            return ()
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, text: str) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dedent(text), encoding="utf-8")
    return path


def names(path: str = "a.md", configs: Configs | None = None) -> set[str]:
    config = (configs or Configs()).of(Path(path))
    return {rule.name for rule in config.rules_for(Path(path))}


def families(path: str = "a.md", configs: Configs | None = None) -> set[str]:
    return {name.partition("/")[0] for name in names(path, configs)}


class TestFinding:
    def test_without_a_file_the_rules_that_are_on_by_default_run(self) -> None:
        config = Configs().of(Path("a.md"))
        assert config.settings.origin is None
        assert MARK in names()
        loaded = config.registry.load
        assert names() == {
            name
            for name in config.registry.names
            if loaded(name).default and not loaded(name).online
        }

    def test_the_nearest_file_above_an_article_holds_alone(self) -> None:
        write("articlelint.toml", 'select = ["text"]')
        write("blog/articlelint.toml", 'select = ["suppression"]')
        configs = Configs()
        assert families("a.md", configs) == {"text"}
        assert families("docs/a.md", configs) == {"text"}
        assert families("blog/deep/down/a.md", configs) == {"suppression"}

    @pytest.mark.parametrize("name", [".articlelint.toml", "articlelint.toml", "pyproject.toml"])
    def test_each_name_is_found(self, name: str) -> None:
        table = "[tool.articlelint]\n" if name == "pyproject.toml" else ""
        write(name, f'{table}select = ["text"]\n')
        assert families() == {"text"}

    def test_the_hidden_name_counts_before_the_plain_one_before_pyproject(self) -> None:
        write("pyproject.toml", '[tool.articlelint]\nselect = ["suppression"]')
        write("articlelint.toml", 'select = ["text"]')
        assert families() == {"text"}
        write(".articlelint.toml", 'select = ["front-matter"]')
        assert families() == {"front-matter"}

    def test_a_pyproject_without_the_table_is_passed_over(self) -> None:
        write("articlelint.toml", 'select = ["text"]')
        write("inner/pyproject.toml", '[project]\nname = "articlelint-user"')
        assert families("inner/a.md") == {"text"}

    def test_explicit_file_holds_everywhere(self) -> None:
        write("articlelint.toml", 'select = ["text"]')
        path = write("other.toml", 'select = ["suppression"]')
        assert families(configs=Configs(explicit=path)) == {"suppression"}

    def test_isolated_ignores_files_and_flags_still_hold(self) -> None:
        write("articlelint.toml", "nonsense = 1")
        configs = Configs(Layer(select=("text",)), isolated=True)
        assert families(configs=configs) == {"text"}

    def test_it_travels_to_another_process(self) -> None:
        write("articlelint.toml", 'select = ["text"]')
        configs = Configs(Layer(ignore=(BYTES,)))
        before = names(configs=configs)
        assert names(configs=pickle.loads(pickle.dumps(configs))) == before
        assert before == {MARK, *OTHERS} - {BYTES}


class TestSelecting:
    @pytest.mark.parametrize(
        ("text", "inside", "outside"),
        [
            ('select = ["text"]', {MARK, BYTES}, {"suppression/unused"}),
            (f'select = ["{MARK}"]', {MARK}, {BYTES}),
            ('select = ["all"]\nignore = ["text"]', {"suppression/unused"}, {MARK, BYTES}),
            (f'select = ["text"]\nignore = ["{MARK}"]', {BYTES}, {MARK}),
            (f'select = ["{MARK}"]\nignore = ["text"]', {MARK}, {BYTES}),
            (f'select = ["{MARK}"]\nignore = ["{MARK}"]', set(), {MARK}),
            (f'ignore = ["{MARK}"]', {BYTES}, {MARK}),
            (f'ignore = ["text"]\nextend-select = ["{MARK}"]', {MARK}, {BYTES}),
            ("select = []", set(), {MARK, BYTES}),
        ],
    )
    def test_the_nearer_selector_wins(self, text: str, inside: set[str], outside: set[str]) -> None:
        write("articlelint.toml", text)
        assert names() >= inside
        assert not names() & outside

    @pytest.mark.parametrize(
        ("selection", "runs"),
        [
            ("", False),
            ('select = ["text"]', False),
            ('select = ["ours/tall"]', True),
            ('select = ["ours"]', True),
            ('select = ["all"]', True),
            ('extend-select = ["ours"]', True),
        ],
    )
    def test_a_rule_that_is_off_by_default_runs_when_selected(
        self, selection: str, *, runs: bool
    ) -> None:
        write("our.py", PLUGIN)
        write("articlelint.toml", f'plugins = ["our.py"]\n{selection}')
        assert ("ours/tall" in names()) is runs

    def test_flags_are_laid_over_the_file(self) -> None:
        write("articlelint.toml", f'select = ["text"]\nignore = ["{MARK}"]')
        assert names(configs=Configs(Layer(select=(MARK,)))) == {MARK}
        assert names(configs=Configs(Layer(extend_select=(MARK,)))) == {MARK, *OTHERS}
        assert names(configs=Configs(Layer(ignore=(BYTES,)))) == OTHERS - {BYTES}

    def test_a_plugin_of_one_folder_is_none_of_another(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write("lint/our.py", PLUGIN)
        write("blog/articlelint.toml", 'plugins = ["../lint/our.py"]\nselect = ["ours"]')
        monkeypatch.chdir("blog")
        configs = Configs()
        assert names("a.md", configs) == {"ours/tall"}
        assert "ours/tall" not in configs.of(Path("../a.md")).registry.names


class TestSeverityAndOptions:
    def test_severities_by_rule_family_and_all(self) -> None:
        write(
            "articlelint.toml",
            f"""
            [severity]
            all = "info"
            text = "warning"
            "{MARK}" = "error"
            """,
        )
        severities = {
            rule.name: rule.severity for rule in Configs().of(Path("a.md")).rules_for(Path("a.md"))
        }
        assert severities[MARK] is Severity.ERROR
        assert severities[BYTES] is Severity.WARNING
        assert severities["suppression/unused"] is Severity.INFO

    def test_options_reach_the_rule_and_layers_add_up(self) -> None:
        write("our.py", PLUGIN)
        write(
            "articlelint.toml",
            """
            plugins = ["our.py"]
            select = ["ours"]
            [rules."ours/tall"]
            most-lines = 20
            [[overrides]]
            files = ["long/*"]
            rules."ours/tall".words = ["a"]
            severity = { ours = "error" }
            """,
        )
        configs = Configs()
        (rule,) = configs.of(Path("a.md")).rules_for(Path("a.md"))
        assert (rule.most_lines, rule.words, rule.severity) == (20, (), "info")  # type: ignore[attr-defined]
        (rule,) = configs.of(Path("long/a.md")).rules_for(Path("long/a.md"))
        assert (rule.most_lines, rule.words, rule.severity) == (20, ("a",), "error")  # type: ignore[attr-defined]

    def test_overrides_select_and_the_later_one_wins(self) -> None:
        write(
            "articlelint.toml",
            f"""
            select = ["text"]
            [[overrides]]
            files = ["drafts/", "!drafts/final.md"]
            ignore = ["text"]
            [[overrides]]
            files = ["*.html"]
            extend-select = ["{MARK}"]
            """,
        )
        configs = Configs()
        assert names("a.md", configs) == {MARK, *OTHERS}
        assert names("drafts/a.md", configs) == set()
        assert names("drafts/final.md", configs) == {MARK, *OTHERS}
        assert names("drafts/a.html", configs) == {MARK}
        same = configs.of(Path("x.md"))
        assert same.rules_for(Path("x.md")) is same.rules_for(Path("y.md"))


class TestExtends:
    def test_the_extending_file_is_laid_over_the_extended(self) -> None:
        write("shared/base.toml", f'ignore = ["{MARK}"]\nfail-on = "error"\njobs = 3')
        write("articlelint.toml", 'extends = "shared/base.toml"\nselect = ["text"]\njobs = 5')
        settings = Configs().root.settings
        assert names() == {MARK, *OTHERS}  # `select` forgets what was ignored below
        assert (settings.fail_on, settings.jobs) == ("error", 5)
        assert [path.name for path in settings.sources] == ["base.toml", "articlelint.toml"]

    def test_several_in_order_and_nested(self) -> None:
        write("one.toml", 'select = ["text"]')
        write("two.toml", f'extends = "one.toml"\nignore = ["{MARK}"]')
        write("three.toml", 'exclude = ["old"]')
        write("articlelint.toml", 'extends = ["two.toml", "three.toml"]')
        assert names() == OTHERS
        assert [each.globs for each in Configs().root.settings.exclude] == [("old",)]

    def test_paths_are_relative_to_the_file_they_stand_in(self) -> None:
        write("shared/our.py", PLUGIN)
        write("shared/base.toml", 'plugins = ["our.py"]')
        write("articlelint.toml", 'extends = "shared/base.toml"\nselect = ["ours"]')
        assert names() == {"ours/tall"}

    def test_the_profile_untrusted_makes_errors_of_security(self) -> None:
        write("articlelint.toml", 'extends = "untrusted"')
        config = Configs().of(Path("a.md"))
        rules = [each for each in config.rules_for(Path("a.md")) if each.name[:9] == "security/"]
        known = [name for name in config.registry.names if name.startswith("security/")]
        assert [rule.name for rule in rules] == known != []
        assert {rule.severity for rule in rules} == {Severity.ERROR}

    def test_comments_suppress_nothing_of_security_in_the_profile_untrusted(self) -> None:
        write("articlelint.toml", 'extends = "untrusted"')
        config = Configs().for_file(Path("a.md"))
        comment = "<!-- articlelint-disable-file -->"
        article = Article(f"{comment}\n\n<a href='javascript:x()' class='' class=''>x</a>\n")
        found = lint(article, config.rules, known=config.known).diagnostics
        assert {each.rule.partition("/")[0] for each in found} == {"security"}

    def test_what_is_said_beside_a_profile_is_stronger(self) -> None:
        write(
            "articlelint.toml",
            """
            extends = ["untrusted"]
            ignore = ["security/unsandboxed-frame"]

            [severity]
            "security/unsafe-target" = "warning"
            """,
        )
        rules = {rule.name: rule for rule in Configs().of(Path("a.md")).rules_for(Path("a.md"))}
        assert "security/unsandboxed-frame" not in rules
        assert rules["security/unsafe-target"].severity == Severity.WARNING
        assert rules["security/script-element"].severity == Severity.ERROR

    def test_the_pages_say_which_rules_the_profile_has(self) -> None:
        """A page names the profile that switches its rule on, and no other."""
        registry = Configs().root.registry
        chosen: dict[str, set[str]] = {name: set() for name in registry.names}
        for profile in profiles():
            write("articlelint.toml", f'extends = "{profile}"\n')
            for rule in Configs().of(Path("a.md")).rules_for(Path("a.md")):
                if not rule.default:
                    chosen[rule.name].add(profile)
        for name, expected in chosen.items():
            said = set(re.findall("the profile `([a-z]+)`", registry.page(name)))
            assert said == expected, name


class TestSite:
    def test_generator_root_and_settings_are_what_is_written(self) -> None:
        write("web/content/a.md", "")
        write(
            "articlelint.toml",
            """
            [site]
            generator = "hexo"
            root = "web"
            time-zone = "Asia/Shanghai"
            base-url = "https://example.org/blog/"
            static = ["public", "assets"]
            """,
        )
        site = Configs().of(Path("web/content/a.md")).site_for(Path("web/content/a.md"))
        assert site.generator.name == "hexo"
        assert site.root == Path("web").absolute()
        assert str(site.settings.time_zone) == "Asia/Shanghai"
        assert site.settings.base_path == "/blog/"
        assert [str(path) for path in site.settings.static] == ["public", "assets"]

    def test_settings_alone_are_laid_over_the_recognised_site(self) -> None:
        write("_config.yml", "title: x\n")
        write("package.json", '{"dependencies": {"hexo": "7"}}')
        write("source/_posts/a.md", "")
        write("articlelint.toml", '[site]\nlanguage = "eo"')
        site = Configs().root.site_for(Path("source/_posts/a.md"))
        assert (site.generator.name, site.settings.language) == ("hexo", "eo")

    def test_nothing_written_is_what_is_found(self) -> None:
        assert Configs().root.site_for(Path("a.md")).generator.name == "generic"


class TestErrors:
    @pytest.mark.parametrize(
        ("text", "line", "message"),
        [
            ('\nselct = ["text"]', 2, "there is no key `selct`; did you mean `select`?"),
            ("qqqqqq = 1", 1, r"there is no key `qqqqqq`; choose from `extends`, .*`online`"),
            ('select = [\n  "text",\n  "txet",\n]', 3, "`txet`; did you mean `text`"),
            ('ignore = ["text/byte-order-marc"]', 1, "did you mean `text/byte-order-mark`"),
            ('[severity]\n"text/xyz" = "error"', 2, "there is no rule or family `text/xyz`"),
            ('[severity]\ntext = "eror"', 2, "`severity.text` must be `error`, `warning`"),
            ('[rules."text/nope"]\nx = 1', 1, "there is no rule or family `text/nope`"),
            ("[rules.text]\nx = 1", 1, "`text` is a family, not a rule"),
            ('[rules."text/byte-order-mark"]\nx = 1', 2, "has no option `x`"),
            ("jobs = 0", 1, "`jobs` must be greater than or equal to 1"),
            ('jobs = "4"', 1, "`jobs` must be a whole number"),
            ('fail-on = "never"', 1, "`fail-on` must be `error`"),
            ("[[overrides]]\nselect = []", 1, "`files` is missing"),
            ("[[overrides]]\nfiles = []", 2, "`overrides.files`"),
            (
                '[[overrides]]\nfiles = ["a"]\n[[overrides]]\nfiles = ["b"]\nignor = []',
                5,
                "there is no key `ignor` in `overrides`; did you mean `ignore`",
            ),
            ('[[overrides]]\nfiles = ["a"]\nignore = ["x/y"]', 3, "no rule or family `x/y`"),
            ('[site]\ngenerator = "hexxo"', 2, "there is no generator `hexxo`"),
            ('[site]\ntime-zone = "Mars"', 2, "`Mars` is not a time zone"),
            ('[site]\ntime-zon = "UTC"', 2, "did you mean `time-zone`"),
            (
                '[site]\nplugins = ["a.py"]',
                2,
                "`plugins` belongs above the first table, but stands in `site`",
            ),
            ('[site]\nroot = "nowhere"', 2, "there is no folder `nowhere`"),
            ('extends = "gone.toml"', 1, "there is no file `gone.toml`"),
            ('extends = "untrustd"', 1, "(profiles: `accessibility`, `hygiene`, `untrusted`)"),
            ('\nextends = "articlelint.toml"', 2, "extends this file in turn"),
            ('plugins = [\n"gone.py"]', 2, "there is no plugin file `gone.py`"),
        ],
    )
    def test_what_is_wrong_is_named_with_its_line(self, text: str, line: int, message: str) -> None:
        path = write("articlelint.toml", text)
        with pytest.raises(ConfigError, match=message) as caught:
            names()
        assert str(caught.value).startswith(f"{path.absolute()}:{line}: ")

    def test_the_line_in_a_pyproject(self) -> None:
        write("pyproject.toml", '[project]\nname = "x"\n\n[tool.articlelint]\nselct = []')
        with pytest.raises(ConfigError, match=r"pyproject\.toml:5: there is no key `selct`"):
            names()

    @pytest.mark.parametrize(
        ("data", "message"),
        [(b"a = ", "is not TOML: "), (b"\xff\xfe", "is not UTF-8"), (b"[tool", "is not TOML")],
    )
    def test_a_file_that_cannot_be_read_as_toml(self, data: bytes, message: str) -> None:
        Path("articlelint.toml").write_bytes(data)
        with pytest.raises(ConfigError, match=message):
            names()

    def test_a_loop_of_extends(self) -> None:
        write("one.toml", 'extends = "articlelint.toml"')
        write("articlelint.toml", 'extends = "one.toml"')
        with pytest.raises(ConfigError, match=r"one\.toml:1: `articlelint.toml` extends"):
            names()

    def test_a_wrong_name_in_an_extended_file_is_located_there(self) -> None:
        write("one.toml", '\n[[overrides]]\nfiles = ["a"]\nselect = ["txet"]')
        write("articlelint.toml", 'extends = "one.toml"\n[[overrides]]\nfiles = ["b"]')
        with pytest.raises(ConfigError, match=r"one\.toml:4: .*`txet`"):
            names()

    def test_options_with_a_wrong_value(self) -> None:
        write("our.py", PLUGIN)
        write(
            "articlelint.toml",
            'plugins = ["our.py"]\n[rules."ours/tall"]\nwords = ["x"]\nmost-lines = "many"',
        )
        with pytest.raises(
            ConfigError,
            match=r"articlelint\.toml:4: ours/tall: `most-lines` must be a whole number",
        ):
            names()

    @pytest.mark.parametrize(
        ("option", "said"),
        [
            ('words = "a"', "`words` must be a list"),
            ('words = ["a", 1]', "`words`: item 2 must be a string"),
            ('pairs = { a = "b" }', "`pairs` must be a list"),
            ('pairs = ["a"]', "`pairs`: item 1 must be a list"),
            ('pairs = [["a", "b"], ["a", 1]]', "`pairs`: item 2.2 must be a string"),
            ('pairs = [["a"]]', "`pairs`: item 1.2 is missing"),
            ('pairs = [["a", "b", "c"]]', "`pairs`: item 1 must have at most 2 items, not 3"),
        ],
    )
    def test_the_item_of_an_option_that_is_wrong_is_named(self, option: str, said: str) -> None:
        write("our.py", PLUGIN)
        write("articlelint.toml", f'plugins = ["our.py"]\n[rules."ours/tall"]\n{option}')
        with pytest.raises(ConfigError, match=rf"toml:3: ours/tall: {re.escape(said)}$"):
            names()

    def test_a_profile_that_is_selected_says_how_it_is_switched_on(self) -> None:
        with pytest.raises(ConfigError, match=r'`hygiene` is a profile.*`extends = \["hygiene"\]`'):
            names(configs=Configs(Layer(extend_select=("hygiene",))))
        write("articlelint.toml", 'select = ["hygiene"]')
        with pytest.raises(ConfigError, match=r"toml:1: `hygiene` is a profile"):
            names()

    def test_flags_name_rules_too(self) -> None:
        with pytest.raises(ConfigError, match="did you mean `text`"):
            names(configs=Configs(Layer(select=("txet",))))

    def test_a_broken_plugin(self) -> None:
        write("our.py", "import nothing_of_the_kind")
        write("articlelint.toml", 'plugins = ["our.py"]')
        with pytest.raises(PluginError, match=r"our\.py.*nothing_of_the_kind"):
            names()


def test_a_readme_at_a_site_s_root_is_none_of_its_articles_and_these_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "_config.yml").write_text("theme: minima\n", encoding="utf-8")
    (tmp_path / "README.md").write_text("# A\n", encoding="utf-8")
    names = ("README.md", "about.md", "README.md")
    configs = Configs()
    found = [configs.for_file(Path(name)).site.generator.name for name in names]
    assert found == ["generic", "jekyll", "generic"]
