"""JSON-LD, PROV, GeoJSON, CSL and BibTeX are what their own libraries and schemas take them for."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest
from bibtexparser.entrypoint import parse_string
from geojson_pydantic import Feature, FeatureCollection, Point
from hypothesis import given, settings
from prov.model import ProvDocument
from pyld import jsonld

from dragoman.article import Article
from dragoman.coded import CodedArticle
from dragoman.formats.exporting import Options
from dragoman.formats.json import decode
from dragoman.records import Event, Position, Records, Statement, Status
from exports import LIMA, written
from hand_records import ARTICLE, EXPULSION, MENACE, PLEDGE, RECORDS, coded

CODED = CodedArticle(ARTICLE, RECORDS)
Points = FeatureCollection[Feature[Point, dict[str, Any]]]
AGAIN = replace(ARTICLE, text=f"{ARTICLE.text} ", outlet=None, url=None, published=None, title=None)
OTHER = CodedArticle(AGAIN, Records(AGAIN.id))
ALL = Options(repeats=True, statuses=frozenset(Status))

# The terms of http://www.w3.org/ns/anno.jsonld that an annotation of ours may use, with their IRIs.
OA, AS = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/activitystreams#"
ANNO: dict[str, Any] = {
    "id": {"@type": "@id", "@id": "@id"},
    "type": {"@type": "@id", "@id": "@type"},
    **{name: f"{OA}{name}" for name in (
        "Annotation", "SpecificResource", "TextualBody", "TextQuoteSelector", "TextPositionSelector",
        "TimeState", "identifying", "describing", "exact", "prefix", "suffix", "start", "end", "sourceDate",
    )},
    **{name: {"@type": "@id", "@id": f"{OA}{iri}"} for name, iri in (
        ("body", "hasBody"), ("target", "hasTarget"), ("source", "hasSource"), ("selector", "hasSelector"),
        ("state", "hasState"), ("cached", "cachedSource"),
    )},
    "motivation": {"@type": "@vocab", "@id": f"{OA}motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": f"{OA}hasPurpose"},
    "AnnotationPage": f"{AS}OrderedCollectionPage",
    "Software": f"{AS}Application",
    "generator": {"@type": "@id", "@id": f"{AS}generator"},
    "items": {"@type": "@id", "@id": f"{AS}items", "@container": "@list"},
    "name": "http://xmlns.com/foaf/0.1/name",
    "format": "http://purl.org/dc/elements/1.1/format",
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
}  # fmt: skip


def _no_network(url: str, _: object) -> dict[str, Any]:
    assert url == "http://www.w3.org/ns/anno.jsonld"
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": ANNO}}


def _expanded(text: str) -> list[dict[str, Any]]:
    (page,) = jsonld.expand(json.loads(text), {"documentLoader": _no_network})
    assert page["@type"] == [f"{AS}OrderedCollectionPage"]
    (items,) = page[f"{AS}items"]
    found: list[dict[str, Any]] = items["@list"]
    return found


def test_annotations_expand_without_a_term_dropped() -> None:
    text, _ = written("annotations", CODED, OTHER)
    annotations = _expanded(text)
    assert len(annotations) == len(list(RECORDS))
    for expanded, plain in zip(annotations, json.loads(text)["items"], strict=True):
        assert len(expanded) == len(plain)
        for target, bare in zip(expanded[f"{OA}hasTarget"], plain["target"], strict=True):
            assert len(target) == len(bare)
            quote, place = target[f"{OA}hasSelector"]
            start, end = (place[f"{OA}{edge}"][0]["@value"] for edge in ("start", "end"))
            exact, prefix, suffix = (
                quote[f"{OA}{part}"][0]["@value"] for part in ("exact", "prefix", "suffix")
            )
            assert ARTICLE.text[start:end] == exact
            assert ARTICLE.text[:start].endswith(prefix) and ARTICLE.text[end:].startswith(suffix)
            (state,) = target[f"{OA}hasState"]
            assert state[f"{OA}cachedSource"][0]["@id"].startswith("ni:///sha-256;")


def test_annotations_are_triples() -> None:
    text, _ = written("annotations", CODED)
    triples = jsonld.to_rdf(
        json.loads(text), {"documentLoader": _no_network, "format": "application/n-quads"}
    )
    assert triples.count(f"<{OA}hasTarget>") == sum(len(a["target"]) for a in json.loads(text)["items"])
    assert f"<urn:dragoman:annotation:{PLEDGE.id}>" in triples


@settings(max_examples=25)
@given(coded())
def test_annotations_carry_the_whole_record(both: tuple[Article, Records]) -> None:
    text, _ = written("annotations", CodedArticle(*both))
    read = []
    for item in json.loads(text)["items"]:
        value = item["dragoman:record"]["@value"]
        kind = Position if "stance" in value else Event if "trigger" in value else Statement
        read.append(decode(kind, value, "$"))
    assert read == list(both[1])


def test_prov_is_read_by_the_library() -> None:
    text, losses = written("prov", CODED, OTHER, CODED)
    document = ProvDocument.deserialize(io.StringIO(text), format="json")
    bundles = list(document.bundles)
    assert len(bundles) == 2
    kinds = [str(record.get_type()) for record in bundles[0].get_records()]
    assert kinds.count("prov:Entity") == 1 + len(list(RECORDS))
    assert kinds.count("prov:Generation") == len(list(RECORDS))
    assert (
        kinds.count("prov:Derivation") == len(list(RECORDS)) + 4
    )  # three rest on statements, one supersedes
    assert kinds.count("prov:Agent") == 2
    assert "articles" in {loss.what for loss in losses}


@settings(max_examples=25)
@given(coded())
def test_any_prov_is_read_by_the_library(both: tuple[Article, Records]) -> None:
    text, _ = written("prov", CodedArticle(*both))
    ProvDocument.deserialize(io.StringIO(text), format="json")


def test_geojson_is_read_by_the_library() -> None:
    placed = replace(EXPULSION, place=LIMA)
    off = replace(MENACE, place=replace(LIMA, latitude=91.0))
    text, losses = written("geojson", CodedArticle(ARTICLE, replace(RECORDS, events=(placed, off))))
    (feature,) = Points.model_validate_json(text).features
    assert feature.geometry is not None
    assert feature.geometry.coordinates == (-77.04, -12.05)
    properties = json.loads(text)["features"][0]["properties"]
    assert (properties["precision"], properties["on_word_of"], properties["place"]) == (
        "place",
        "Harbour Wire",
        "Lima",
    )
    assert any("on no map" in loss.why for loss in losses)


@settings(max_examples=25)
@given(coded())
def test_any_geojson_is_read_by_the_library(both: tuple[Article, Records]) -> None:
    text, losses = written("geojson", CodedArticle(*both), options=ALL)
    features = Points.model_validate_json(text).features
    left_out = sum(loss.count for loss in losses if loss.what == "events")
    assert len(features) + left_out == len(both[1].events)


# The part of CSL's schema (citation-style-language/schema, csl-data.json) that our items use.
CSL = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "id": {"type": ["string", "number"]},
            "type": {"enum": ["article-newspaper", "webpage"]},
            "issued": {
                "type": "object",
                "properties": {
                    "date-parts": {
                        "type": "array", "minItems": 1, "maxItems": 2,
                        "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "number"}},
                    }
                },
                "additionalProperties": False,
            },
            **{name: {"type": "string"} for name in ("title", "container-title", "URL", "language", "note")},
            "custom": {"type": "object"},
        },
        "required": ["type", "id"],
        "additionalProperties": False,
    },
}  # fmt: skip


@settings(max_examples=25)
@given(coded())
def test_csl_fits_its_schema(both: tuple[Article, Records]) -> None:
    text, _ = written("csl", CodedArticle(*both), CODED)
    jsonschema.validate(json.loads(text), CSL)


def test_reports_are_cited_once() -> None:
    text, losses = written("csl", CODED, CODED, OTHER)
    first, second = json.loads(text)
    assert first["id"].startswith("HarbourWire2024-")
    assert first["issued"] == {"date-parts": [[2024, 3, 14]]}
    assert first["note"].endswith("credits AFP")
    assert (second["type"], second["id"][:7]) == ("webpage", "report-")
    assert {"articles", "authors", "days of publication"} <= {loss.what for loss in losses}


@pytest.mark.parametrize(
    "title", ["Taxes & 50% of {all} $ums_in #1 ~ C:\\x ^", "Äpfel über Straße", "  Two\n lines "]
)
def test_bibtex_is_read_by_the_library(title: str) -> None:
    odd = CodedArticle(replace(ARTICLE, title=title, url="https://a.example/{x}?q=1 2"), RECORDS)
    text, _ = written("bibtex", odd, OTHER)
    library = parse_string(text)
    assert not library.failed_blocks
    first, second = library.entries
    assert (first.entry_type, second.entry_type) == ("online", "online")
    fields = {name: field.value for name, field in first.fields_dict.items()}
    assert (fields["date"], fields["organization"]) == ("2024-03-14", "Harbour Wire")
    assert fields["url"] == "https://a.example/%7Bx%7D?q=1%202"
    assert {"title", "url", "date", "organization", "language", "note"} == set(fields)


@settings(max_examples=25)
@given(coded())
def test_any_bibtex_is_read_by_the_library(both: tuple[Article, Records]) -> None:
    text, _ = written("bibtex", CodedArticle(*both))
    library = parse_string(text)
    assert not library.failed_blocks
    assert len(library.entries) == 1
