from __future__ import annotations

from dragoman.coder import all_records
from dragoman.confidence import Scene, traits
from dragoman.confidence.company import company
from dragoman.language import Reader
from dragoman.records import Records
from dragoman.sources import from_text


def records_of(reader: Reader, text: str) -> Records:
    return all_records(reader.read(from_text(text, language="en")))


def test_a_report_of_states_is_told_from_one_of_home_affairs(reader: Reader) -> None:
    abroad = company(records_of(reader, "Peru accused Chile of breaking the treaty. Chad condemned Norway."))
    assert {"report: events across borders 4", "report: events within a country 0"} <= set(abroad)
    home = company(records_of(reader, "Peru's police arrested ten Peruvian protesters in Lima."))
    assert {"report: events across borders 0", "report: events within a country 4"} <= set(home)


def test_who_speaks_in_a_report_is_told(reader: Reader) -> None:
    text = 'Foreign minister Ana Rojas said Peru would stay. "We will stay," the Peruvian government said.'
    found = company(records_of(reader, text))
    assert "report: speakers legislate 0" in found
    assert "report: speakers of no sector 0" in found
    assert "report: speakers in office 2" in found


def test_of_nothing_on_record_nothing_is_told(reader: Reader) -> None:
    assert company(Records("empty")) == ()


def test_every_record_has_the_traits_of_its_report(reader: Reader) -> None:
    reading = reader.read(from_text("Peru accused Chile of breaking the treaty.", language="en"))
    records = all_records(reading)
    scene = Scene(reading, records)
    assert list(records)
    assert all(set(scene.company) <= traits(r, scene) for r in records)
