"""Every sentence of docs/security.md, and of what docs/online.md says of trust, has its tests."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
_TRUST: Final = "test_trust.py"
_FILES: Final = "test_files.py"
_RUNS: Final = "test_runs.py"
_GUARD: Final = "../online/test_guard.py"
_SERVERS: Final = "../online/test_misbehaviour.py"
_ONLINE: Final = "../online/test_settings.py"

_OF_CODE: Final = (_TRUST, "test_of_a_folder_runs_only_where_the_run_was_started")
_FLAGS: Final = (_TRUST, "test_an_article_called_like_a_flag_is_an_article")
_NO_FILE: Final = (_FILES, "test_what_is_no_file_is_never_opened")
_LINKS: Final = (_FILES, "test_links_that_lead_out_are_left_out_and_said")
_PATTERNS: Final = ("../schema/test_files.py", "test_a_pattern_that_never_ends_does")
_WORKERS: Final = (_RUNS, "test_a_parser_that_brings_down_a_run_without_workers_ends_it")
_PROMISES: Final = {
    "docs/security.md": {
        "Nothing in an article is run": (
            (_TRUST, "test_tags_of_yaml_are_data"),
            (_TRUST, "test_templates_are_not_filled_in"),
        ),
        "A configuration can name code": (_OF_CODE,),
        "That code runs only if": (_OF_CODE,),
        "Any other run stops": (_OF_CODE,),
        "`--isolated` runs none.": (_OF_CODE,),
        "So the hooks and the Action": (_OF_CODE,),
        "For pull requests of strangers": (
            _OF_CODE,
            (_TRUST, "test_another_configuration_runs_none_of_the_folder"),
        ),
        "Pressing the completion key": ((_TRUST, "test_pressing_the_completion_key_runs_none"),),
        "Configurations beyond": (
            (_TRUST, "test_a_configuration_beyond_the_repository_is_not_looked_for"),
        ),
        "An article whose name looks like a flag": (_FLAGS,),
        "Programs that call others": (_FLAGS,),
        "Only regular files are opened": (
            _NO_FILE,
            (_FILES, "test_a_file_beyond_measure_is_a_problem_of_its_own"),
        ),
        "Pipes, devices and sockets": (
            _NO_FILE,
            (_FILES, "test_a_run_goes_on_past_pipes_and_devices"),
        ),
        "Symbolic links that lead out": (
            _LINKS,
            (_FILES, "test_a_run_goes_on_past_pipes_and_devices"),
        ),
        "A configuration writes no file": (
            (_TRUST, "test_a_configuration_names_no_file_for_output"),
            (_TRUST, "test_a_baseline_lies_in_the_folder_of_its_configuration"),
        ),
        "A fix replaces a file wholly": (
            (_RUNS, "test_a_killed_run_tears_no_file"),
            (_FILES, "test_a_change_at_the_last_moment_is_kept"),
            (_FILES, "test_a_full_disk_leaves_the_file"),
        ),
        "Mode, owner and attributes stay.": (
            (_FILES, "test_attributes_are_kept"),
            (_FILES, "test_the_owner_is_kept"),
            (_FILES, "test_access_lists_are_kept"),
        ),
        "Baselines and caches are data.": (
            (_TRUST, "test_a_prepared_link_is_not_written_through"),
            ("../cache/test_store.py", "test_a_link_that_came_with_the_repository_is_not_followed"),
        ),
        "One that is damaged stops a run": (
            (_TRUST, "test_a_damaged_baseline_is_said"),
            ("../cache/test_store.py", "test_a_damaged_file_is_made_anew"),
            ("../cache/test_codec.py", "test_what_is_damaged_is_no_value"),
            (_ONLINE, "test_a_cache_file_that_was_tampered_with"),
        ),
        "Nothing of an article reaches a terminal": (
            (_TRUST, "test_nothing_of_an_article_is_obeyed"),
            (_TRUST, "test_names_are_shown_so_that_none_is_obeyed"),
            (_TRUST, "test_errors_show_what_they_quote"),
            ("../reporters/test_html.py", "test_nothing_of_an_article_is_markup"),
            ("../cli/test_terminal.py", "test_nothing_of_names_and_settings_is_obeyed"),
        ),
        "A diff that is written to": (
            (_TRUST, "test_a_diff_is_exact_in_a_file_and_harmless_in_a_log"),
        ),
        "With the profile `untrusted`": (
            (
                "../config/test_config.py",
                "test_comments_suppress_nothing_of_security_in_the_profile_untrusted",
            ),
            (_TRUST, "test_a_rule_that_is_exempt_is_suppressed_by_no_comment"),
        ),
        "Comments count only where": ((_TRUST, "test_what_is_no_comment_suppresses_nothing"),),
        "A file that takes more than 10 seconds": (
            (_TRUST, "test_a_file_may_take_ten_seconds_a_megabyte"),
            (_RUNS, "test_a_file_that_takes_for_ever_is_given_up"),
        ),
        "At most 5,000 findings": (
            (
                "../linting/test_linter.py",
                "test_a_rule_with_very_many_findings_tells_the_first_of_them",
            ),
        ),
        "A pattern of the settings may take": (_PATTERNS, (_TRUST, "test_patience_with_settings")),
        "After that, the comparison is given up": (_PATTERNS,),
        "A parser that brings down its process": (
            (_RUNS, "test_a_worker_that_dies_names_its_file_and_the_run_goes_on"),
        ),
        "Without workers": (
            _WORKERS,
            (_RUNS, "test_a_worker_that_dies_names_its_file_and_the_run_goes_on"),
        ),
        "A panic, by which": ((_RUNS, "test_a_parser_that_panics_names_its_file"),),
        "The network is only used with `--online`": (
            ("../online/test_runs.py", "test_without_the_flag_nothing_is_asked"),
        ),
    },
    "docs/online.md": {
        "Somebody who can put a link": ((_GUARD, "test_what_is_not_public"),),
        "So every address is checked": (
            (_GUARD, "test_spellings_of_this_machine"),
            (_GUARD, "test_what_is_not_public"),
        ),
        "Addresses that are not public": ((_GUARD, "test_what_is_not_public"),),
        "The connection goes to the address": (
            (_GUARD, "test_the_checked_address_is_the_one_connected_to"),
        ),
        "`allow-private` makes exceptions": ((_GUARD, "test_what_is_allowed_besides"),),
        "Nothing of yours is sent": ((_SERVERS, "test_nothing_of_the_users_is_sent"),),
        "No request takes longer": (
            (_SERVERS, "test_a_silent_host_is_given_up"),
            (_SERVERS, "test_outcomes"),
        ),
        "A host that wants a token": ((_SERVERS, "test_headers_go_to_their_host_alone"),),
        "The token is sent to this host alone": (
            (_SERVERS, "test_headers_go_to_their_host_alone"),
        ),
        "Its name has to begin with": (
            (_ONLINE, "test_what_is_wrong_with_a_table"),
            (_SERVERS, "test_headers_go_by_https_and_the_usual_port"),
        ),
    },
}  # fmt: skip
_SECTION: Final = re.compile(r"^## ", re.MULTILINE)
_SENTENCE: Final = re.compile(r"(?<=\.)\s+(?=[A-Z`])")


def sentences(document: str) -> list[str]:
    """Return the sentences of a document's sections; of docs/online.md only those about trust."""
    _, *sections = _SECTION.split((ROOT / document).read_text("utf-8"))
    if document == "docs/online.md":
        sections = [each for each in sections if each.startswith("Articles are not trusted")]
    blocks = [
        block
        for section in sections
        for block in re.split(r"\n(?:\n|- )", section.partition("\n")[2])
    ]
    lines = (" ".join(block.split()).removeprefix("- ") for block in blocks)
    return [sentence for line in lines if line for sentence in _SENTENCE.split(line)]


def test_each_sentence_has_its_tests() -> None:
    for document, promises in _PROMISES.items():
        found = sentences(document)
        without = [each for each in found if not each.startswith(tuple(promises))]
        assert not without, f"{document} promises what no test holds"
        gone = [each for each in promises if not any(one.startswith(each) for one in found)]
        assert not gone, f"{document} does not say so any more"


def test_each_test_is_there() -> None:
    named = {
        test for promises in _PROMISES.values() for tests in promises.values() for test in tests
    }
    defined = {
        file: {
            node.name
            for node in ast.walk(ast.parse((Path(__file__).parent / file).read_bytes()))
            if isinstance(node, ast.FunctionDef)
        }
        for file, _ in named
    }
    assert [(file, test) for file, test in named if test not in defined[file]] == []
