"""``articlelint schema infer`` and ``show``, and the table ``[front-matter]``."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from textwrap import dedent

import jsonschema
import pytest
from click.testing import CliRunner

from articlelint.cli.program import program


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, text: str) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dedent(text), encoding="utf-8")
    return path


def article(name: str, text: str) -> Path:
    return write(name, f"---\n{text}\n---\n\nWords.\n")


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(program, arguments)
    return result.exit_code, result.stdout, result.stderr


def found(*arguments: str) -> list[str]:
    """Return what the rules about schemas find, one line each."""
    others = "front-matter/key-order,front-matter/missing"
    code, out, errors = run("check", "--select=front-matter", f"--ignore={others}", *arguments, ".")
    assert code < 2, errors
    return out.splitlines()


class TestInfer:
    def test_what_it_writes_is_a_configuration_under_which_the_articles_pass(self) -> None:
        for number in range(120):
            article(f"posts/{number}.md", f"title: t{number}\nheadimg: https://a.example/{number}")
        article("posts/120.md", "title: t\nheadmig: https://a.example/")
        code, out, errors = run("schema", "infer", "posts")
        assert (code, errors) == (0, "")
        assert tomllib.loads(out)["front-matter"]["fields"] == {
            "title": {"type": "text", "required": True},
            "headimg": {"type": "url", "required": True},
        }
        assert "#   posts/120.md:3: `headmig` is evidently `headimg`" in out
        assert "# Articles that fit this schema: 120 of 121 (99.2 %)." in out
        write("articlelint.toml", out)
        (line,) = found()
        assert line.startswith("posts/120.md:3:1: warning front-matter/unknown-key `headmig`")

    def test_as_json(self) -> None:
        article("a.md", "title: a")
        code, out, _ = run("schema", "infer", "--output-format", "json", "a.md")
        assert code == 0
        assert json.loads(out) == {
            "articles": 1,
            "with-front-matter": 1,
            "fitting": 1,
            "fields": {
                "title": {
                    "type": "text",
                    "required": True,
                    "articles": 1,
                    "share": 1.0,
                    "notes": [],
                }
            },
            "outliers": [],
        }

    def test_a_path_that_is_not_there(self) -> None:
        code, out, errors = run("schema", "infer", "gone")
        assert code == 2
        assert "there is no such file or folder" in errors
        assert "Articles with front matter: 0 of 0" in out

    def test_it_is_shown_and_written_behind_all_else(self) -> None:
        article("posts/a.md", "title: a")
        article("notes/b.md", "title: b")
        before = '# ours\nignore = ["links"]\n\n[[overrides]]\nfiles = ["x/"]\nignore = ["html"]\n'
        path = write("articlelint.toml", before)
        code, out, errors = run("schema", "infer", "posts", "--write", "--yes")
        assert (code, errors) == (0, "Wrote `articlelint.toml`\n")
        assert "[front-matter.fields.title]" in out
        text = path.read_text(encoding="utf-8")
        assert text.startswith(before)
        table = tomllib.loads(text)
        assert table["ignore"] == ["links"]
        assert table["overrides"][1] == {
            "files": ["/posts/"],
            "front-matter": {"fields": {"title": {"type": "text", "required": True}}},
        }
        assert found() == []
        article("posts/c.md", "weight: 1")
        (line,) = found()
        assert line.startswith("posts/c.md:1:1: error front-matter/missing-key")

    @pytest.mark.parametrize(
        ("before", "paths"),
        [
            ('[[overrides]]\nfiles = ["/posts/"]\nignore = ["html"]\n', ["posts"]),
            ('[front-matter]\nschema = "a.json"\n', []),
            ("[front-matter.fields.title]\nrequired = true\n", ["."]),
            ('overrides = [{ files = ["x/"], ignore = ["html"] }]\n', ["posts"]),
        ],
    )
    def test_it_is_written_over_no_other_setting(self, before: str, paths: list[str]) -> None:
        article("posts/a.md", "title: a")
        path = write("articlelint.toml", before)
        write("a.json", "{}")
        code, _, errors = run("schema", "infer", *paths, "--write", "--yes")
        assert code == 2
        assert "already" in errors or "by hand" in errors
        assert path.read_text(encoding="utf-8") == before

    def test_it_is_written_where_nothing_was_if_somebody_agrees(self) -> None:
        article("posts/a.md", "title: a")
        code, _, errors = run("schema", "infer", "--write")
        assert (code, "no terminal to ask on" in errors) == (2, True)
        assert not Path("articlelint.toml").exists()
        assert run("schema", "infer", "--write", "--yes")[0] == 0
        table = tomllib.loads(Path("articlelint.toml").read_text(encoding="utf-8"))
        assert table["front-matter"]["fields"]["title"]["required"] is True

    def test_names_that_no_terminal_obeys(self) -> None:
        article("a\x1b[31m.md", 'title: a\n"k\\x1b": b')
        _, out, _ = run("schema", "infer", ".")
        assert "\x1b" not in out
        tomllib.loads(out)


class TestShow:
    def test_of_a_generator(self) -> None:
        write("_config.yml", "title: x\n")
        write("scaffolds/post.md", "")
        write("package.json", '{"hexo": {"version": "7.0.0"}}')
        code, out, _ = run("schema", "show", "source/_posts/a.md")
        assert code == 0
        assert "schema: Hexo (`Post`)" in out
        assert "title, required" not in out
        assert any(line.split()[:3] == ["title", "text,", "required"] for line in out.splitlines())

    def test_with_fields_of_the_configuration(self) -> None:
        write(
            "articlelint.toml",
            """
            [front-matter.fields.level]
            choices = ["easy", "hard"]
            description = "How hard it is."
            [front-matter.fields.rating]
            type = "integer"
            min = 1
            max = 5
            [front-matter.fields.summary]
            max-length = 20
            pattern = "[.]$"
            expected = "end with a full stop"
            [front-matter.fields."cover.image"]
            type = "image"
            required = true
            """,
        )
        _, out, _ = run("schema", "show")
        lines = [" ".join(line.split()) for line in out.splitlines()]
        assert "level `easy` or `hard` How hard it is." in lines
        assert "rating a whole number, from 1 to 5" in lines
        assert "summary at most 20 characters, should end with a full stop" in lines
        assert "cover.image the URL or path of an image, required" in lines
        _, isolated, _ = run("schema", "show", "--isolated")
        assert "level" not in isolated

    def test_keys_that_a_file_judges(self) -> None:
        write("articlelint.toml", '[front-matter]\nschema = "post.json"\n')
        write("post.json", '{"properties": {"level": {"enum": [1, 2]}}}')
        _, out, _ = run("schema", "show")
        assert "level as post.json says" in [" ".join(line.split()) for line in out.splitlines()]

    def test_as_json_schema_that_finds_the_same(self) -> None:
        write(
            "post.json",
            '{"properties": {"x": {"$ref": "#/$defs/x"}}, "$defs": {"x": {"const": 1}}}',
        )
        write(
            "articlelint.toml",
            """
            [front-matter]
            schema = "post.json"
            unknown-keys = "report"
            [front-matter.fields.headimg]
            type = "url"
            required = true
            [front-matter.fields.tags]
            type = ["text", "list"]
            items = "text"
            choices = ["a", "b"]
            max-items = 1
            [front-matter.fields."cover.size"]
            type = "integer"
            min = 1
            """,
        )
        _, out, _ = run("schema", "show", "--output-format", "json-schema")
        document = json.loads(out)
        jsonschema.Draft202012Validator.check_schema(document)
        validator = jsonschema.Draft202012Validator(document)
        fine = {"headimg": "https://a.example/", "tags": ["a"], "cover": {"size": 1}, "x": 1}
        assert validator.is_valid(fine)
        for wrong in ({"tags": "c"}, {"tags": ["a", "b"]}, {"cover": {"size": 0}}, {"x": 2},
                      {"unheard": 1}):  # fmt: skip
            assert not validator.is_valid({**fine, **wrong}), wrong
        assert not validator.is_valid({})

    def test_of_a_folder_of_other_programs(self) -> None:
        _, out, _ = run("schema", "show", ".github/a.md")
        assert "schema: none; any front matter is accepted" in out
        _, out, _ = run("schema", "show", ".github/a.md", "--output-format", "json-schema")
        assert json.loads(out) == {}


class TestConfiguration:
    def test_fields_for_some_articles(self) -> None:
        write(
            "articlelint.toml",
            """
            [front-matter.fields.headimg]
            type = "url"
            required = true

            [[overrides]]
            files = ["notes/"]
            [overrides.front-matter.fields.headimg]
            required = false
            [overrides.front-matter.fields.mood]
            required = true
            """,
        )
        article("posts/a.md", "title: a")
        article("notes/a.md", "title: a")
        article("notes/b.md", "title: a\nheadimg: b\nmood: c")
        assert [line.split(" ", 2)[2] for line in found()] == [
            "front-matter/missing-key `mood` is missing",
            "front-matter/invalid-value `headimg` should be a URL with https://, found `b`",
            "front-matter/missing-key `headimg` is missing",
        ]

    def test_a_file_that_extends_another_adds_to_its_fields(self) -> None:
        write("base/base.toml", '[front-matter.fields.x]\ntype = "url"\nrequired = true\n'
              '[front-matter]\nschema = "s.json"\n')  # fmt: skip
        write("base/s.json", '{"required": ["y"]}')
        write("articlelint.toml", 'extends = "base/base.toml"\n'
              '[front-matter.fields.x]\nrequired = false\n')  # fmt: skip
        article("a.md", "x: b")
        assert [line.split(" ", 2)[2] for line in found()] == [
            "front-matter/missing-key `y` is missing",
            "front-matter/invalid-value `x` should be a URL with https://, found `b`",
        ]

    def test_a_model_of_the_repository(self) -> None:
        write(
            "models.py",
            """
            from pydantic import BaseModel

            class Post(BaseModel):
                title: str
                stars: int
            """,
        )
        write("articlelint.toml", '[front-matter]\nschema = "models.py:Post"\n')
        article("a.md", "title: a\nstars: many")
        assert [line.split(" ", 2)[2] for line in found()] == [
            "front-matter/wrong-type `stars` should be a whole number, found the text `many`"
        ]
        assert found("--isolated") == []

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ('[front-matter.fields.x]\ntype = "urls"', ":2: there is no type `urls`; did you mean"),
            ("[front-matter.fields.x]\ntypes = 1", ":2: there is no key `types` in `fields`"),
            ("[front-matter]\nscheme = 1", ":2: there is no key `scheme` in `front-matter`"),
            ('[front-matter]\nschema = "x.json"', ":2: there is no schema file `x.json`"),
            ('[[overrides]]\nfiles = ["a"]\n[overrides.front-matter.fields.x]\npattern = "("',
             ":4: `pattern` is not a regular expression"),
            ("[front-matter.fields.x]\nrequired = 1", ":2: `front-matter.fields.x.required`"),
            ('[front-matter]\nunknown-keys = "no"', ":2: `front-matter.unknown-keys`"),
        ],
    )  # fmt: skip
    def test_what_is_wrong_is_told_with_its_line(self, text: str, said: str) -> None:
        write("articlelint.toml", text)
        article("a.md", "title: a")
        code, _, errors = run("check", "a.md")
        assert code == 2
        assert said in errors

    def test_a_file_that_holds_no_schema_ends_the_run(self) -> None:
        write("s.json", '{"type": 3}')
        write("articlelint.toml", '[front-matter]\nschema = "s.json"\n')
        article("a.md", "title: a")
        code, _, errors = run("check", "a.md")
        assert code == 2
        assert "s.json is not a JSON Schema" in errors
