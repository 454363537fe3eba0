from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.evaluation.answers import AnswerError, Pieces
from dragoman.evaluation.attribution import find_mistakes, score_attributions
from dragoman.evaluation.figures import Scores
from dragoman.evaluation.polnear import (
    AttributedText,
    Attribution,
    CorpusError,
    load_polnear,
    predict_attributions,
    read_attributions,
    write_attributions,
)
from dragoman.language import Reader
from shared_folder import SHARED, needs_shared, run_scorer

POLNEAR = SHARED / "bench" / "polnear"
TEXT = (
    "“We will reopen the bridge,” Mayor Ada Quill said on Friday.\r\n\r\n"
    "Farmers fear that the road tolls would rise again."
)
EMPTY = '{"doc": "a", "attributions": []}'
NAMES = {  # our names of the figures by those of the benchmark's scorer
    "content_tok": "content tokens",
    "source_tok": "source tokens",
    "cue_tok": "cue tokens",
    "rel_overlap": "relation, overlap",
    "rel_strict": "relation, strict",
    "rel_overlap_quoted": "relation, overlap, quoted",
    "content_match": "content alone",
    "content_span": "content spans, exact",
    "source_span": "source spans, exact",
    "cue_span": "cue spans, exact",
}


def at(*parts: str) -> Pieces:
    return tuple((TEXT.index(part), TEXT.index(part) + len(part)) for part in parts)


QUOTE = Attribution(at("Mayor Ada Quill"), at("said"), at("“We will reopen the bridge,”"))
FEAR = Attribution(at("Farmers"), at("fear"), at("that the road tolls would rise again"))
GOLD = AttributedText("town_2024-03-15_bridge", TEXT, None, (QUOTE, FEAR))


def score(*found: Attribution) -> dict[str, tuple[int, int, int]]:
    scores = score_attributions([GOLD], {GOLD.name: found})
    return {f.name: (f.hits, f.gold, f.predicted) for f in scores.figures}


def test_gold_against_itself_is_perfect() -> None:
    scores = score_attributions([GOLD], {GOLD.name: GOLD.attributions})
    assert {f.f1 for f in scores.figures} == {1.0}
    kinds = {a.name: (a.right, a.of) for a in scores.accuracies}
    assert kinds["found, of direct"] == kinds["found, of indirect"] == (1, 1)


def test_marks_at_the_edges_change_nothing() -> None:
    bare = replace(QUOTE, content=at("We will reopen the bridge"), cue=at("said "))
    longer = replace(FEAR, content=at("that the road tolls would rise again."))
    assert score(bare, longer) == score(QUOTE, FEAR)


def test_a_wrong_source_breaks_the_relation_but_not_the_content() -> None:
    found = score(replace(QUOTE, source=at("Farmers")))
    assert found["relation, overlap"] == found["relation, strict"] == (0, 2, 1)
    assert found["content alone"] == (1, 2, 1)
    assert found["source tokens"] == (1, 4, 1)  # Farmers are a source, though not of this


def test_part_of_a_source_is_enough_for_overlap_only() -> None:
    found = score(replace(QUOTE, source=at("Quill")))
    assert found["relation, overlap"] == (1, 2, 1)
    assert found["relation, strict"] == (0, 2, 1)


def test_no_source_matches_no_source_alone() -> None:
    sourceless = AttributedText("t", TEXT, None, (replace(FEAR, source=()),))
    assert score_attributions([sourceless], {"t": [replace(FEAR, source=())]}).figures[3].hits == 1
    assert score_attributions([sourceless], {"t": [FEAR]}).figures[3].hits == 0


@pytest.mark.parametrize(("words", "hits"), [("that the road tolls", 1), ("that the road", 0)])
def test_half_of_the_content_is_enough(words: str, hits: int) -> None:
    found = score(replace(FEAR, content=at(words)))
    assert found["relation, overlap"] == (hits, 2, 1)


def test_each_attribution_is_found_once() -> None:
    assert score(FEAR, FEAR)["relation, overlap"] == (1, 2, 2)
    assert score(FEAR, FEAR)["content tokens"] == (7, 12, 7)


def test_only_quoted_attributions_count_as_quoted() -> None:
    assert score(QUOTE, FEAR)["relation, overlap, quoted"] == (1, 1, 1)


def test_what_is_not_in_the_gold_is_refused() -> None:
    with pytest.raises(CorpusError, match="not in the gold, such as other"):
        score_attributions([GOLD], {"other": ()})
    with pytest.raises(CorpusError, match="not within"):
        score(replace(FEAR, content=((0, 10_000),)))


def test_mistakes_are_grouped() -> None:
    found = {GOLD.name: (replace(QUOTE, source=at("Farmers")), replace(FEAR, content=at("on Friday")))}
    groups = [(m.group, m.gold[:7], m.found[:9]) for m in find_mistakes([GOLD], found)]
    assert groups == [
        ("wrong source", "[Mayor ", "[Farmers]"),
        ("missed attribution, indirect", "[Farmer", ""),
        ("spurious attribution", "", "[Farmers]"),
    ]


def test_brat_files_are_read_with_their_line_ends_and_continued_lines(tmp_path: Path) -> None:
    root = tmp_path / "data" / "dev"
    for name in ("text", "attributions"):
        (root / name).mkdir(parents=True)
    with (root / "text" / f"{GOLD.name}.txt").open("w", encoding="utf-8", newline="") as file:
        file.write(TEXT)
    (source,), (cue,), (content,) = QUOTE.source, QUOTE.cue, QUOTE.content
    first, second = TEXT[content[0] : content[1] - 8], TEXT[content[1] - 7 : content[1]]
    standoff = (
        f"T1\tSource {source[0]} {source[1]}\tMayor\nAda Quill\nT2\tCue {cue[0]} {cue[1]}\tsaid\n"
        f"T3\tContent {content[0]} {content[1] - 8};{content[1] - 7} {content[1]}\t{first} {second}\n"
        "E1\tAttribution:T2 Content:T3 Source:T1 Cue:T2\nE2\tAttribution:T2 Source:T1\n"
    )
    (root / "attributions" / f"{GOLD.name}_00ab.ann").write_text(standoff, encoding="utf-8")
    (root / "attributions" / f"{GOLD.name}_00aa.ann").write_text(standoff, encoding="utf-8")
    (text,) = load_polnear(tmp_path, "dev")
    assert text.text == TEXT
    assert str(text.published) == "2024-03-15"
    (attribution,) = text.attributions
    assert (attribution.source, attribution.cue, len(attribution.content)) == (QUOTE.source, QUOTE.cue, 2)


def test_a_split_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no folder 'attributions' here"):
        load_polnear(tmp_path, "dev")


def test_predictions_survive_their_file(tmp_path: Path) -> None:
    path = tmp_path / "predictions.jsonl"
    write_attributions(path, {"a": (QUOTE, FEAR), "b": ()})
    assert read_attributions(path) == {"a": (QUOTE, FEAR), "b": ()}


@pytest.mark.parametrize(
    "line",
    ["{", "7", '{"doc": "a"}', '{"doc": "a", "attributions": [{"content": [3]}]}', f"{EMPTY}\n{EMPTY}"],
)
def test_a_file_that_is_none_is_refused_with_its_line(tmp_path: Path, line: str) -> None:
    path = tmp_path / "predictions.jsonl"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(AnswerError, match=r"predictions\.jsonl:[12]: "):
        read_attributions(path)


def test_the_coder_answers_for_every_text(reader: Reader) -> None:
    ((name, found),) = predict_attributions([GOLD], reader)
    assert name == GOLD.name
    assert all(
        0 <= s < e <= len(TEXT) for a in found for role in (a.source, a.cue, a.content) for s, e in role
    )


def assert_equal_to_the_judge(scores: Scores, predictions: Path, out: Path) -> None:
    run_scorer(POLNEAR / "score.py", "--pred", f"x={predictions}", "--json", out)
    judged = json.loads(out.read_text(encoding="utf-8"))["systems"]["x"]
    ours = {f.name: f for f in scores.figures}
    assert set(judged["metrics"]) == set(NAMES)
    for name, figure in judged["metrics"].items():
        mine = ours[NAMES[name]]
        assert (mine.hits, mine.predicted, mine.gold) == (figure["tp"], figure["pred"], figure["gold"]), name
        assert mine.f1 == pytest.approx(figure["f1"], abs=1e-12)
    shares = {a.name: (a.right, a.of) for a in scores.accuracies}
    for kind, recall in judged["rel_overlap_recall_by_kind"].items():
        name = "found, of those without source" if kind == "no_source" else f"found, of {kind}"
        assert shares[name] == (recall["hit"], recall["gold"])


@needs_shared
def test_figures_of_faulty_predictions_are_those_of_the_benchmarks_scorer(tmp_path: Path) -> None:
    texts = load_polnear(POLNEAR, "dev")
    rng = random.Random(5)

    def moved(pieces: Pieces, length: int) -> Pieces:
        shifts = ((rng.choice((0, 0, 0, 4, -6)), rng.choice((0, 0, 0, 9, -14))) for _ in pieces)
        moved = ((max(0, s + a), min(length, e + b)) for (s, e), (a, b) in zip(pieces, shifts, strict=True))
        return tuple((s, e) for s, e in moved if s < e)

    found = {
        text.name: tuple(
            Attribution(
                moved(rng.choice((a.source, a.source, a.cue, ())), len(text.text)),
                moved(a.cue, len(text.text)),
                moved(rng.choice((a.content, a.content[:1])), len(text.text)),
            )
            for a in text.attributions
            for _ in range(rng.choice((0, 1, 1, 2)))
        )
        for text in texts
        if rng.random() < 0.9
    }
    predictions = tmp_path / "predictions.jsonl"
    write_attributions(predictions, found)
    assert_equal_to_the_judge(score_attributions(texts, found), predictions, tmp_path / "judged.json")
