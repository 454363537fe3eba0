"""The scorers of times and places, on small files made up for the test and on the benchmark."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.evaluation.places import PlacesError, distance, read_places, score_places
from dragoman.evaluation.times import TimesError, calendar_value, read_timeml, score_times
from dragoman.language import Reader

BENCH = Path(__file__).parents[3] / "shared" / "bench"
TIMEML = """<?xml version="1.0"?><TimeML><DOCID>x</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2024-03-14" functionInDocument="CREATION_TIME">x</TIMEX3></DCT>
<TEXT>
The envoys <EVENT eid="e1">met</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2024-03-12">Tuesday</TIMEX3>.

They stayed for <TIMEX3 tid="t2" type="DURATION" value="P2D">two days</TIMEX3> and left
<TIMEX3 tid="t3" type="TIME" value="2024-03-13TNI">last night</TIMEX3>. A vote was promised for
<TIMEX3 tid="t4" type="DATE" value="2024-FA">the rainy season</TIMEX3>.
</TEXT></TimeML>
"""
PLACES = """<articles><article><text>Envoys met in Nairobi, far from Russian Texas and Oz.</text><toponyms>
<toponym><start>14</start><end>21</end><phrase>Nairobi</phrase><gaztag geonameid="1"><name>Nairobi</name>
<lat>-1.28</lat><lon>36.81</lon><country geonameid="2">Kenya</country></gaztag></toponym>
<toponym><start>32</start><end>39</end><phrase>Russian</phrase><gaztag geonameid="3"><name>Russia</name>
<lat>60</lat><lon>100</lon><country geonameid="3">Russia</country></gaztag></toponym>
<toponym><start>50</start><end>52</end><phrase>Oz</phrase></toponym>
</toponyms></article></articles>
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1998", "1998"),
        ("1998-03", "1998-03"),
        ("1998-03-12", "1998-03-12"),
        ("1998-03-12T14:30", "1998-03-12"),
        ("1998-03-12TNI", "1998-03-12"),
        ("1998-W07", "1998-W07"),
        ("1998-W7-WE", "1998-W07"),
        ("1998-Q3", "1998"),
        ("1998-SU", "1998"),
        ("1998-XX-XX", "1998"),
        ("1998-03-XX", "1998-03"),
        ("P20Y", None),
        ("199", None),
        ("PRESENT_REF", None),
        ("XXXX-WXX-5", None),
        ("", None),
    ],
)
def test_calendar_value(value: str, expected: str | None) -> None:
    assert calendar_value(value) == expected


def test_timeml_keeps_offsets(tmp_path: Path) -> None:
    path = tmp_path / "x.tml"
    path.write_text(TIMEML, encoding="utf-8")
    article, gold = read_timeml(path)
    assert str(article.published) == "2024-03-14"
    assert [article.text[g.start : g.end] for g in gold] == ["Tuesday", "last night", "the rainy season"]
    assert len(article.segments) == 2


def test_times_are_scored(tmp_path: Path, reader: Reader) -> None:
    path = tmp_path / "x.tml"
    path.write_text(TIMEML, encoding="utf-8")
    scores = score_times([path], reader)
    (figure,), (accuracy,) = scores.figures, scores.accuracies
    assert (figure.hits, figure.gold, figure.predicted) == (2, 3, 2)
    assert (accuracy.right, accuracy.of) == (2, 3)


@pytest.mark.parametrize(
    "text",
    [
        "no xml",
        "<TimeML/>",
        TIMEML.replace('"2024-03-14"', '"long ago"'),
        TIMEML.replace('value="2024-03-14"', ""),
    ],
)
def test_bad_timeml_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "bad.tml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TimesError, match=r"bad\.tml"):
        read_timeml(path)


def test_places_are_scored(tmp_path: Path, reader: Reader) -> None:
    path = tmp_path / "x.xml"
    path.write_text(PLACES, encoding="utf-8")
    ((article, gold),) = read_places(path)
    assert [article.text[g.start : g.end] for g in gold if g.counted] == ["Nairobi"]
    figures = {f.name: (f.hits, f.gold, f.predicted) for f in score_places(path, reader).figures}
    accuracies = {a.name: (a.right, a.of) for a in score_places(path, reader).accuracies}
    assert figures["places found"] == (1, 1, 2)  # Texas is found, too
    assert accuracies == {"country right": (1, 1), "places near": (1, 1)}


@pytest.mark.parametrize("text", ["no xml", "<articles/>", PLACES.replace("<lat>-1.28", "<lat>south")])
def test_bad_places_are_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "bad.xml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PlacesError, match=r"bad\.xml"):
        read_places(path)


def test_distance() -> None:
    assert distance(48.85, 2.35, 51.51, -0.13) == pytest.approx(344, abs=3)
    assert distance(10, 20, 10, 20) == 0


def test_times_reach_the_target(reader: Reader) -> None:
    files = sorted((BENCH / "times" / "TBAQ-cleaned").rglob("*.tml"))[::16]
    if not files:
        pytest.skip("the TempEval-3 data are not here")
    scores = score_times(files, reader)
    assert scores.figures[0].f1 >= 0.85
    assert scores.accuracies[0].share >= 0.75
