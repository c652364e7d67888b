"""Every sentence of the command line exists in both languages, is used, and lacks nothing it needs."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import ValidationError

import kcn_pipeline
from kcn_pipeline.cli import kcn
from kcn_pipeline.documents.sidecar import Sidecar
from kcn_pipeline.messages import say, translated
from kcn_pipeline.reference.loading import BrokenReference
from kcn_pipeline.reference.messages import load_messages, load_stage_messages
from kcn_pipeline.reference.report_texts import load_texts

PACKAGE = Path(kcn_pipeline.__file__).parent
SPEAKERS = [PACKAGE / "cli.py", *sorted((PACKAGE / "commands").glob("*.py"))]
KEY = re.compile(r"[a-z]+(\.[a-z_]+)+")
VIETNAMESE_LETTER = re.compile("[ăâđêôơưàáạảãèéẹẻẽìíịỉĩòóọỏõùúụủũỳýỵỷỹ\u1ea0-\u1ef9]", re.IGNORECASE)
# Who says something to people, and from which argument on.
SAYING = {
    "UnreadableDocument": 0,
    "Unidentified": 0,
    "Refusal": 0,
    "_without_reader": 0,
    "_broken": 2,
    "Problem": 1,
    "Finding": 2,
}
# Vietnamese words that happen to have no mark.
ALIKE = {"usage.see_help"}


def keys_used() -> Iterator[str]:
    """Every text constant in the code of the command line that is the name of a group of messages."""
    groups = {key.partition(".")[0] for key in load_messages()}
    for path in SPEAKERS:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            text = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
            if KEY.fullmatch(text) and text.partition(".")[0] in groups:
                yield text
    yield from (f"help.{name}" for name in kcn.names)


def said_by_stages() -> Iterator[str]:
    """Every reason, cure and finding in the code, its placeholders filled with a digit."""
    for path in [*(PACKAGE / "documents").glob("*.py"), *(PACKAGE / "defs").glob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = getattr(getattr(node, "func", None), "id", "")
            if isinstance(node, ast.Call) and name in SAYING:
                yield from filter(None, map(in_words, node.args[SAYING[name] :]))
            elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
                names = {getattr(target, "id", "") for target in ast.walk(node)}
                if names & {"reason", "cure", "message", "CURE", "_CURE"}:
                    yield from filter(None, [in_words(node.value)])


def in_words(node: ast.expr) -> str:
    """A text constant or f-string that is a sentence; nothing for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        text = node.value
    elif isinstance(node, ast.JoinedStr):
        text = "".join(str(part.value) if isinstance(part, ast.Constant) else "7" for part in node.values)
    else:
        return ""
    return text if " " in text else ""


def test_every_key_in_the_code_has_a_message() -> None:
    used = set(keys_used())
    assert len(used) > 80
    assert used - set(load_messages()) == set()


def test_every_message_is_said_somewhere() -> None:
    assert set(load_messages()) - set(keys_used()) == set()


@pytest.mark.parametrize("key", load_messages())
def test_a_message_is_there_in_both_languages(key: str) -> None:
    message = load_messages()[key]
    assert not VIETNAMESE_LETTER.search(message.en)
    assert message.en != message.vi
    if key not in ALIKE and not message.vi.isupper():
        assert VIETNAMESE_LETTER.search(message.vi)


def test_options_and_commands_keep_their_names_in_vietnamese() -> None:
    # Someone who follows the Vietnamese wording must arrive at a command that exists.
    command = re.compile(r"--[a-z-]+|\bkcn [a-z]+|\bKCN_[A-Z_]+")
    for message in load_messages().values():
        assert sorted(command.findall(message.en)) == sorted(command.findall(message.vi)), message.key


class TestSay:
    def test_english_unless_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("KCN_LANG", raising=False)
        assert say("run.extract", period="2019-H1") == "Reading 2019-H1"

    def test_vietnamese_from_one_call_to_the_next(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("KCN_LANG", "vi")
        assert say("run.extract", period="2019-H1") == "Đọc văn bản kỳ 2019-H1"
        monkeypatch.setenv("KCN_LANG", "en")
        assert say("run.extract", period="2019-H1") == "Reading 2019-H1"

    def test_an_unknown_key_names_the_file(self) -> None:
        with pytest.raises(KeyError, match=r"messages\.yaml has no message 'run\.nowhere'"):
            say("run.nowhere")

    def test_a_value_that_is_missing_is_an_error(self) -> None:
        with pytest.raises(KeyError, match="period"):
            say("run.extract")


def test_placeholders_must_agree(tmp_path: Path) -> None:
    path = tmp_path / "messages.yaml"
    path.write_text('- {key: a.b, en: "in {folder}", vi: "trong {file}", source: test}\n', encoding="utf-8")
    with pytest.raises(BrokenReference, match=r"messages\.yaml:1"):
        load_texts(path)


class TestTranslated:
    """What the stages say in English is found again by its wording."""

    def test_values_are_carried_over_and_translated_themselves(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("KCN_LANG", "vi")
        assert translated("byte 12") == "byte thứ 12"
        assert (
            translated("the file is a gzip archive, which has no reader")
            == "đây là tệp nén gzip, loại này không đọc được"
        )

    def test_the_row_with_most_words_of_its_own_wins(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("KCN_LANG", "vi")
        said = translated("line 3: has more than 9 bytes")
        assert said == "dòng 3: có hơn 9 byte"

    @pytest.mark.parametrize("example", ["period: 2019-H1", "publisher: board:ha-noi"])
    def test_what_is_to_be_typed_is_not_translated(self, example: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("KCN_LANG", "vi")
        field = example.partition(":")[0]
        said = translated(
            f"write the {field} into a file NAME.meta.yaml beside it, for example '{example}', and try again"
        )
        assert f"'{example}'" in said
        assert "write" not in said
        assert "'period'" in translated("correct 'period' (fields: period, publisher)")

    @pytest.mark.parametrize(
        ("field", "value"),
        [("period", "2021-10"), ("period", "2021-H3"), ("period", "2020-07/2021-06"), ("publisher", "board:nowhere")],
    )
    def test_a_value_no_sidecar_may_have_is_told_in_one_language(
        self, field: str, value: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with pytest.raises(ValidationError) as refused:
            Sidecar.model_validate({field: value})
        problem = refused.value.errors()[0]["msg"].removeprefix("Value error, ")
        monkeypatch.setenv("KCN_LANG", "vi")
        said = translated(f"line 1: {field}: {problem}")
        assert said.startswith(f"dòng 1: {field}: ")
        assert not re.search(r"\b(is|no|write|may|cross)\b", said)

    @pytest.mark.parametrize("unknown", ["", "something new went wrong", "byte", "{braces}", "a\nb"])
    def test_an_unknown_sentence_stays(self, unknown: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("KCN_LANG", "vi")
        assert translated(unknown) == unknown

    def test_english_is_left_alone(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("KCN_LANG", "en")
        assert translated("byte 12") == "byte 12"

    @pytest.mark.parametrize("key", load_stage_messages())
    def test_every_row_fits_its_own_english(self, key: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("KCN_LANG", "vi")
        row = load_stage_messages()[key]
        values = {name: f"7{name}" for name in re.findall(r"{(\w+)}", row.en)}
        assert translated(row.en.format(**values)) == row.vi.format(**values)

    @pytest.mark.parametrize("said", sorted(set(said_by_stages())))
    def test_what_a_stage_says_has_its_vietnamese(self, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("KCN_LANG", "vi")
        assert translated(said) != said
