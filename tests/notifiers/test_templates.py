"""Templates of users: what they may use, and that nothing in them can do harm."""

from __future__ import annotations

import dataclasses
import re

import pytest
import samples
from checkout import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

from notifiers.templates import MOST_CHARACTERS, written
from notifiers.views import AlertView, TellerView, view_of
from pacts.errors import TemplateProblem
from pacts.model import Template
from pacts.terms import Form
from worker.delivery.specimens import specimens

VIEW = view_of(samples.upgrade())


def result(source: str, *views: AlertView, form: Form = Form.TEXT) -> tuple[str, str]:
    return written(Template("config/desk.j2", source, form), views or (VIEW,), "The subject")


def problem(source: str, *views: AlertView) -> TemplateProblem:
    with pytest.raises(TemplateProblem) as caught:
        result(source, *views)
    return caught.value


def test_a_template_writes_the_body_under_the_built_in_subject() -> None:
    source = "{% for alert in alerts %}\n{{ alert.sentence }} {{ alert.link }}\n{% endfor %}"
    assert result(source) == ("The subject", f"{VIEW.sentence} {VIEW.link}\n")


def test_its_first_line_may_be_the_subject() -> None:
    source = "Subject: {{ alert.parties|join(', ') }}: {{ alert.level }}\n{{ alert.quote }}"
    assert result(source) == ("Kazakhstan, Vietnam: strategic partnership", f"{VIEW.quote}\n")


def test_a_digest_tells_that_it_is_one() -> None:
    source = "{{ digest }} {{ alerts|length }}"
    assert result(source)[1] == "False 1\n"
    assert result(source, VIEW, VIEW)[1] == "True 2\n"


def test_every_field_can_be_printed_for_every_kind_of_alert() -> None:
    names = [field.name for field in dataclasses.fields(AlertView)]
    source = "".join(f"{{{{ alert.{name} }}}}" for name in names)
    for alerts in specimens().values():
        for form in Form:
            assert result(source, *[view_of(one) for one in alerts], form=form)[1].strip()


def test_the_fields_are_documented() -> None:
    page = (ROOT / "docs/alerts.md").read_text("utf-8").partition("## Templates")[2]
    for kind in (AlertView, TellerView):
        for field in dataclasses.fields(kind):
            assert re.search(rf"`{field.name}`", page), f"docs/alerts.md lacks {field.name}"


@pytest.mark.parametrize(
    ("source", "line", "words"),
    [
        (
            "one\n{{ alert.nosuch }}",
            2,
            "an alert has no field nosuch; there are alerts",
        ),
        ("{{ nosuch }}", 1, "'nosuch' is undefined; there are alerts"),
        ("a\nb\n{% for x in alerts %}", 3, "this is no template: Unexpected end of template"),
        ("\n{% include '/etc/passwd' %}", 2, '"include" is not for these templates'),
        ("{% import 'x.j2' as x %}", 1, '"import" is not for these templates'),
        ("{% extends 'x.j2' %}", 1, '"extends" is not for these templates'),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", 1, '"macro" is not for these'),
        ("{{ alert.quote|nosuch }}", 1, "No filter named 'nosuch'"),
        ("{{ alert.__class__.__mro__ }}", 1, "'__class__'"),
        ("{{ ''.__class__.__subclasses__() }}", 1, "'__class__'"),
        ("{{ alert.quote.format(alert) }}", 1, "nothing is called in these templates"),
        ("{{ 'x' * 1000000000 }}", 1, '"*" is for numbers alone'),
        ("{{ 2 ** 100000000 }}", 1, '"**" is for numbers alone'),
        ("{{ '%1000000000d' % 1 }}", 1, '"%" is for numbers alone'),
        ("\n{{ alerts|length / 0 }}", 2, "this does not work (ZeroDivisionError)"),
        ("{{ range(1000000000) }}", 1, "nothing is called"),
        ("{{ lipsum(1000000) }}", 1, "nothing is called"),
    ],
)
def test_what_a_template_cannot_do_is_told_with_its_line(
    source: str, line: int, words: str
) -> None:
    told = problem(source)
    assert (told.file, told.line) == ("config/desk.j2", line)
    assert words in told.detail


def test_the_example_of_the_documents_works() -> None:
    page = (ROOT / "docs/alerts.md").read_text("utf-8").partition("## Templates")[2]
    (source,) = re.findall(r"```jinja\n(.*?)```", page, re.DOTALL)
    for alerts in specimens().values():
        body = result(source, *[view_of(one) for one in alerts], form=Form.MARKDOWN)[1]
        assert "**" in body


LOOP = "{% for a in alert.quote %}"


def test_a_loop_that_would_not_end_is_ended() -> None:
    source = LOOP * 8 + "{% set x = a %}" + "{% endfor %}" * 8
    assert "more than 100,000 steps" in problem(source).detail


def test_a_text_that_would_not_end_is_ended() -> None:
    source = LOOP * 3 + "{{ alert.quote }}" + "{% endfor %}" * 3
    assert re.search("more than (200,000 characters|100,000 steps)", problem(source).detail)
    assert MOST_CHARACTERS == 200_000


def test_a_file_that_is_too_long_is_not_read() -> None:
    assert "longer than 100,000 characters" in problem("x" * 100_001).detail


@given(st.text(max_size=200))
@settings(max_examples=50)
def test_in_html_nothing_foreign_is_markup(quote: str) -> None:
    view = dataclasses.replace(VIEW, quote=f"<b>{quote}\"'", sentence=quote)
    body = result("[{{ alert.quote }}|{{ alert.sentence }}]", view, form=Form.HTML)[1]
    assert "<" not in body
    assert '"' not in body


@given(st.text(max_size=200))
@settings(max_examples=50)
def test_in_markdown_nothing_foreign_is_markup(quote: str) -> None:
    view = dataclasses.replace(VIEW, quote=f"[x](y) *a* _b_ {quote} <!here> @all")
    source = "{{ alert.quote }} {{ alert.quote|upper }}"
    body = result(source, view, form=Form.MARKDOWN)[1]
    assert not set("*_[]<>`~|#") & set(body)
    assert not re.search(r"@\w", body)


def test_a_link_stays_a_link_in_markdown() -> None:
    body = result("[{{ alert.source.name }}]({{ alert.link }})", form=Form.MARKDOWN)[1]
    assert body == "[nhandan](https://nhandan.example/news/upgraded-kz.html)\n"
