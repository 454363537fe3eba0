from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.evaluation.gold import GoldError, load_gold, read_gold
from dragoman.formats.quoted import find_quoted

TEXT = "Velmark said it was ready. “We wait,” the envoy said. Taravia said nothing."
KEY = """
id: velmark
published: 2024-03-14
text: velmark.txt
statements:
- {id: s1, source: "[[Velmark]] said it", speaker: Velmark, country: null, cue: "Velmark [[said]] it",
   content: "it was ready", form: indirect, act: pledge, on: 2024-03}
- {source: "the envoy", speaker: the envoy, cue: "envoy [[said]].", content: ["“We wait,”"], form: direct,
   act: inform, via: [Harbour Wire], in: s1}
events:
- {event: AGREE, trigger: "was ready", actor: ["Velmark []"], recipient: [], status: actual, historical: true}
positions:
- {holder: Velmark, issue: talks, stance: willing, evidence: "it was ready", condition: null}
"""


def write(folder: Path, key: str = KEY, text: str = TEXT) -> Path:
    (folder / "velmark.txt").write_text(text, encoding="utf-8")
    (folder / "velmark.yaml").write_text(key, encoding="utf-8")
    return folder / "velmark.yaml"


def words(pieces: tuple[tuple[int, int], ...]) -> list[str]:
    return [TEXT[start:end] for start, end in pieces]


def test_spans_are_resolved_and_nothing_is_added(tmp_path: Path) -> None:
    article = read_gold(write(tmp_path))
    first, second = article.answers.statements
    assert (words(first.content), words(first.cue)) == (["it was ready"], ["said"])
    assert first.source == (0, 7)
    assert (first.country, first.on, first.via) == (None, "2024-03", ())
    assert second.source is not None
    assert TEXT[slice(*second.source)] == "the envoy"
    assert (second.via, second.on) == (("Harbour Wire",), None)
    assert article.answers.events[0].historical
    assert words(article.answers.positions[0].evidence) == ["it was ready"]
    assert article.answers.positions[0].condition == ()


@given(st.text(alphabet="ab ", min_size=1, max_size=12), st.data())
def test_a_span_is_found_exactly_where_it_can_only_be(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    plain = text[start:end]
    if sum(text.startswith(plain, i) for i in range(len(text))) == 1:
        assert find_quoted(text, plain) == (start, end)
    assert find_quoted(text, f"{text[:start]}[[{plain}]]{text[end:]}") == (start, end)


@pytest.mark.parametrize(
    ("quoted", "remedy"),
    [("they were ready", "copy it"), ("said", r"in the text 3 times; add words"), ("", "copy it")],
)
def test_a_span_that_is_not_one_is_refused_with_the_remedy(quoted: str, remedy: str) -> None:
    with pytest.raises(ValueError, match=remedy):
        find_quoted(TEXT, quoted)


def test_all_faults_are_told_at_once_with_file_record_and_remedy(tmp_path: Path) -> None:
    key = (
        KEY.replace("act: pledge", "act: promise")
        .replace('actor: ["Velmark []"]', "actor: [Velmark]")
        .replace("stance: willing", "stance: keen")
        .replace("in: s1", "in: s9")
    )
    path = write(tmp_path, key)
    with pytest.raises(GoldError) as caught:
        load_gold(tmp_path)
    faults = caught.value.faults
    assert len(faults) == 4
    assert all(str(path) in fault for fault in faults)
    assert "s1: act 'promise' is none of inform, deny" in faults[0]
    assert "s9 is no earlier statement; put" in faults[1]
    assert "events[0]: 'Velmark' has no code; write 'Name [CODE]'" in faults[2]
    assert "stance 'keen' is none of holds, willing" in faults[3]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("2024-03-14", "14 March", "no day; write YYYY-MM-DD"),
        ("velmark.txt", "taravia.txt", "cannot read"),
        ("id: velmark", "name: velmark", "lacks id"),
        ("on: 2024-03", "on: March", "write YYYY-MM-DD"),
        ("country: null", "country: Velmark", "three capital letters"),
        ("content: [", "contents: [", r"statements\[1\]: lacks content"),
        ("statements:\n", "statements:\n- said\n", "not a mapping"),
        ("events:", "{", "YAML"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in KEY
    write(tmp_path, KEY.replace(old, new))
    with pytest.raises(GoldError, match=message):
        load_gold(tmp_path)


def test_an_id_may_come_once(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "again.yaml").write_text(KEY, encoding="utf-8")
    with pytest.raises(GoldError, match="give one another id"):
        load_gold(tmp_path)


def test_an_empty_folder_is_no_gold_set(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"no \*\.yaml keys here"):
        load_gold(tmp_path)
