from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dragoman.cli import evaluate
from dragoman.coder import Coder
from dragoman.evaluation import floors as gate
from dragoman.evaluation.gold import load_gold
from dragoman.language import Reader
from shared_folder import ROOT

REPORTS = ROOT / "gold" / "reports"


@pytest.fixture(autouse=True)
def one_coder(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evaluate, "_coder", lambda: Coder(reader))


def run(*arguments: object) -> Result:
    return CliRunner().invoke(evaluate.app, [str(a) for a in arguments])


def figures(result: Result) -> dict[str, dict[str, float]]:
    assert result.exit_code == 0, result.output
    found: dict[str, dict[str, float]] = json.loads(result.stdout)["figures"]
    return found


def test_records_are_coded_written_and_scored(tmp_path: Path) -> None:
    out = tmp_path / "predictions.jsonl"
    coded = figures(run("records", REPORTS, "--json", "--predictions", out))
    keys = [article.answers for article in load_gold(REPORTS)]
    assert coded["statements: content"]["gold"] == sum(len(key.statements) for key in keys)
    assert coded["statements: content"]["hits"] > 50
    assert figures(run("records", REPORTS, "--json", "--score", out)) == coded
    printed = run("records", REPORTS, "--score", out, "--errors", "1").output
    assert "missed statement (" in printed
    assert f"{REPORTS}: 9 articles" in printed
    assert "share right" not in printed
    rated = run("records", REPORTS, "--score", out, "--reliability").output
    assert "share right" in rated


def test_keys_are_checked(tmp_path: Path) -> None:
    assert "hake-dispute-2023-09-14: 16 statements" in run("check", REPORTS).output
    (tmp_path / "key.yaml").write_text("id: key\npublished: 2024-03-14\ntext: text.txt\n", encoding="utf-8")
    faulty = run("check", tmp_path)
    assert faulty.exit_code == evaluate.CHECK_FAILED
    assert "cannot read" in faulty.stderr


def test_attributions_are_coded_and_scored(tmp_path: Path) -> None:
    root = tmp_path / "data" / "dev"
    (root / "text").mkdir(parents=True)
    (root / "attributions").mkdir()
    text = "Mayor Ada Quill said that the bridge would reopen.\n"
    (root / "text" / "a_2024-03-14_b.txt").write_text(text, encoding="utf-8")
    standoff = "T1\tSource 0 15\tMayor Ada Quill\nT2\tCue 16 20\tsaid\n"
    standoff += "T3\tContent 21 49\tthat the bridge would reopen\n"
    standoff += "E1\tAttribution:T2 Content:T3 Source:T1 Cue:T2\n"
    (root / "attributions" / "a_2024-03-14_b_00aa.ann").write_text(standoff, encoding="utf-8")
    out = tmp_path / "predictions.jsonl"
    coded = figures(run("attribution", tmp_path, "--json", "--predictions", out))
    assert coded["relation, overlap"]["f1"] == 1.0
    assert figures(run("attribution", tmp_path, "--json", "--score", out)) == coded
    assert run("attribution", tmp_path, "--split", "test").exit_code != 0


def test_events_are_coded_and_scored(tmp_path: Path) -> None:
    row = {
        "id": "one", "text": "France condemned the arrest of two sailors by Iran on Friday.",
        "event": "ACCUSE",
        "sources": [{"code": "FRA"}], "targets": [{"code": "IRN"}],
    }  # fmt: skip
    gold, out = tmp_path / "gold.jsonl", tmp_path / "predictions.jsonl"
    gold.write_text(json.dumps(row), encoding="utf-8")
    coded = figures(run("events", gold, "--json", "--predictions", out))
    assert coded["event type"]["recall"] == 1.0
    assert figures(run("events", gold, "--json", "--score", out)) == coded
    assert "by type" in run("events", gold, "--score", out, "--by-type", "--errors", "1").output


def test_the_gate_fails_with_its_own_exit_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "floors.json"
    options = (REPORTS, "--floors", path)
    assert run("floors", *options).exit_code == evaluate.CHECK_FAILED
    monkeypatch.setattr(gate, "measure", lambda folder, coder: {"events: type": 0.6, "act, of matched": 0.5})
    assert run("floors", *options, "--update").exit_code == 0
    assert run("floors", *options).exit_code == 0
    assert gate.read_floors(path).sha256 == gate.gold_digest(REPORTS)
    monkeypatch.setattr(gate, "measure", lambda folder, coder: {"events: type": 0.4, "act, of matched": 0.5})
    fallen = run("floors", *options)
    assert fallen.exit_code == evaluate.CHECK_FAILED
    assert "events: type: 0.4 is below the floor of 0.6" in fallen.stderr
    assert run("floors", *options, "--update").exit_code == 1
    assert run("floors", *options, "--update", "--allow-lower").exit_code == 0
    assert run("floors", *options).exit_code == 0


def test_a_document_keeps_its_figures_true(tmp_path: Path) -> None:
    for path in REPORTS.glob("horn-truce*"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    file = tmp_path / "quality.md"
    blocks = [f"<!-- figures: records {tmp_path} -->\nstale\n<!-- end of figures -->", "prose"]
    blocks.append("<!-- figures: attribution no/such/corpus -->\nkept\n<!-- end of figures -->")
    file.write_text("\n".join(blocks), encoding="utf-8")
    told = run("document", file)
    assert told.exit_code == 0
    assert "no/such/corpus is not there" in told.stderr
    text = file.read_text(encoding="utf-8")
    assert "stale" not in text
    assert re.search(r"\| statements: content \| \d", text)
    assert "\nprose\n" in text
    assert "\nkept\n" in text
    again = run("document", file)
    assert (again.exit_code, file.read_text(encoding="utf-8")) == (0, text)
    file.write_text("<!-- figures: taste gold -->\n<!-- end of figures -->", encoding="utf-8")
    assert run("document", file).exit_code == 1


def test_times_are_scored(tmp_path: Path) -> None:
    timeml = (
        "<TimeML><DCT><TIMEX3 value='2024-03-14'>2024-03-14</TIMEX3></DCT><TEXT>"
        "The envoys met on <TIMEX3 tid='t1' type='DATE' value='2024-03-11'>Monday</TIMEX3>.</TEXT></TimeML>"
    )
    (tmp_path / "one.tml").write_text(timeml, encoding="utf-8")
    assert figures(run("times", tmp_path, "--json"))["times found"]["f1"] == 1.0
    (tmp_path / "one.tml").unlink()
    assert "no *.tml files" in str(run("times", tmp_path).exception)


def test_places_are_scored(tmp_path: Path) -> None:
    file = tmp_path / "places.xml"
    file.write_text(
        "<articles><article><text>The envoys met in Geneva.</text><toponyms><toponym><start>18</start>"
        "<end>24</end><phrase>Geneva</phrase><gaztag><name>Geneva</name><lat>46.2</lat><lon>6.14</lon>"
        "<country>Switzerland</country></gaztag></toponym></toponyms></article></articles>",
        encoding="utf-8",
    )
    assert figures(run("places", file, "--json"))["places found"]["gold"] == 1


def test_actors_are_scored(tmp_path: Path) -> None:
    cases, out = tmp_path / "cases.jsonl", tmp_path / "predictions.jsonl"
    case = {"id": "one", "text": "France's foreign minister", "needs": "words"}
    expect = {"country": "FRA", "sector": None, "nothing": False}
    cases.write_text(json.dumps({**case, "expect": expect}), encoding="utf-8")
    scored = run("actors", cases, "--json", "--predictions", out)
    assert json.loads(scored.stdout)["all.country"] == 1.0
    assert json.loads(out.read_text(encoding="utf-8"))["country"] == "FRA"
    assert "words.both" in run("actors", cases).output


def test_a_sample_is_drawn_judged_and_counted(tmp_path: Path) -> None:
    corpus, sheet, kept = tmp_path / "reports.jsonl", tmp_path / "sheet.csv", tmp_path / "kept.csv"
    text = "Norway said on Monday that it would send boats to Peru. Peru thanked Norway."
    corpus.write_text(json.dumps({"id": "a", "text": text}) + "\n", encoding="utf-8")
    drawn = CliRunner().invoke(
        evaluate.app, ["sample", str(corpus), str(sheet), "--of", "statement", "--count", "1", "--seed", "3"]
    )
    assert drawn.exit_code == 0, drawn.output
    assert "1 of kind statement" in drawn.stderr
    assert run("tally", sheet).exit_code != 0
    sheet.write_text(sheet.read_text(encoding="utf-8").rstrip("\n,") + ",wrong,speaker\n", encoding="utf-8")
    counted = run("tally", sheet, "--keep", kept)
    assert "right: 0 of 1, 0.0%" in counted.output
    assert "speaker" in counted.output
    assert json.loads(run("tally", kept, "--json").output)["causes"] == {"speaker": 1}


def test_words_that_no_frame_covers_are_listed(tmp_path: Path) -> None:
    corpus = tmp_path / "reports.jsonl"
    text = (
        "Norway juggled Peru on Monday. Norway juggled Chile on Friday. Norway attacked Peru. "
        "The dog slept. Peru said that the officials of Norway left. "
        "The parade of Norway through Chile was long."
    )
    corpus.write_text(json.dumps({"text": text}) + "\n", encoding="utf-8")
    rows = [json.loads(line) for line in run("uncovered", corpus, "--json").stdout.splitlines()]
    verbs = {r["lemma"]: (r["times"], r["acting"], r["dyads"]) for r in rows if r["kind"] == "verb"}
    assert verbs["juggle"] == (2, 2, 2)
    assert verbs["sleep"] == (1, 0, 0)
    assert not {"attack", "say"} & set(verbs)
    assert rows[0]["lemma"] == "juggle"
    nouns = {r["lemma"] for r in rows if r["kind"] == "noun"}
    assert "parade" in nouns
    assert "official" not in nouns  # who acts is no event
    shown = run("uncovered", corpus, "--top", "1").stdout
    assert "between parties" in shown
    assert "juggle" in shown
    assert "sleep" not in shown
