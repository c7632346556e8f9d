"""Questions between features: answers in an order that no memory address decides."""

from collections.abc import Callable

import pytest
from blinker import Namespace

from plugins.core import signals
from plugins.core.diagnostics import Diagnostic, Severity
from plugins.core.pelican import connect, forget_receivers


def receiver(name: str, answer: object) -> Callable[[object], object]:
    def answering(_sender: object) -> object:
        return answer

    answering.__module__ = f"plugins.{name}.plugin"
    return answering


def test_answers_come_in_the_order_of_the_modules_that_give_them() -> None:
    names = [f"feature_{number:02}" for number in range(40)]
    question = Namespace().signal("cau-hoi")
    receivers = [receiver(name, name) for name in reversed(names)]
    for each in receivers:
        question.connect(each)

    assert signals.ask(question, None) == names


def test_answers_of_several_things_become_one_list() -> None:
    question = Namespace().signal("cau-hoi")
    receivers = [receiver("b", iter(["b1", "b2"])), receiver("a", ("a1",)), receiver("c", [])]
    for each in receivers:
        question.connect(each)

    assert signals.ask_all(question, None) == ["a1", "b1", "b2"]


def test_nobody_to_answer_is_no_answer() -> None:
    assert signals.ask_all(Namespace().signal("cau-hoi"), None) == []


def test_a_raising_answer_is_not_swallowed() -> None:
    question = Namespace().signal("cau-hoi")

    def raising(_sender: object) -> None:
        message = "hỏng"
        raise RuntimeError(message)

    question.connect(raising)
    with pytest.raises(RuntimeError, match="hỏng"):
        signals.ask(question, None)


@pytest.mark.usefixtures("isolated_signals")
def test_what_a_feature_reports_reaches_who_listens() -> None:
    heard: list[Diagnostic] = []
    found = Diagnostic(code="AR001", severity=Severity.ERROR, path="a.md", message="sai")

    def listen(findings: tuple[Diagnostic, ...]) -> None:
        heard.extend(findings)

    signals.diagnostics_found.connect(listen)
    signals.report([found])

    assert heard == [found]


@pytest.mark.usefixtures("isolated_signals")
def test_receivers_of_pelican_are_called_in_the_order_of_registration() -> None:
    moment = Namespace().signal("thoi-diem-dang-ky")
    called: list[int] = []

    def numbered(number: int) -> Callable[..., None]:
        return lambda _sender: called.append(number)

    for number in range(50):
        connect(moment, numbered(number))
    moment.send(None)

    assert called == list(range(50))


@pytest.mark.usefixtures("isolated_signals")
def test_a_receiver_that_registers_twice_is_called_once() -> None:
    moment = Namespace().signal("thoi-diem-hai-lan")
    called: list[object] = []
    once = called.append
    connect(moment, once)
    connect(moment, once)
    moment.send("trang")

    assert called == ["trang"]


@pytest.mark.usefixtures("isolated_signals")
def test_forgotten_receivers_are_not_called() -> None:
    moment = Namespace().signal("thoi-diem-quen")
    called: list[object] = []
    connect(moment, called.append)
    forget_receivers()
    moment.send("trang")

    assert called == []


@pytest.mark.usefixtures("isolated_signals")
def test_a_raising_receiver_stops_the_others() -> None:
    moment = Namespace().signal("thoi-diem-hong")
    called: list[object] = []

    def raising(_sender: object) -> None:
        message = "hỏng"
        raise RuntimeError(message)

    connect(moment, raising)
    connect(moment, called.append)
    with pytest.raises(RuntimeError, match="hỏng"):
        moment.send("trang")

    assert called == []
