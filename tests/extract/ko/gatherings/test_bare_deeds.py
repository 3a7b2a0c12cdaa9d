"""Nouns that stand for the verb of what somebody does, on sentences of our own about invented people."""

from onrecord import extract_text


def test_a_noun_before_a_comma_stands_for_its_verb():
    text = "민도경 차관은 12일부터 14일까지 몽골을 방문, 아셀 카림 장관을 예방, 협력 방안을 논의했다."
    found = extract_text(text, language="ko", published="2021-10-20").gatherings
    parts = {g.type: {getattr(p.who, "name", "") for p in g.participations} for g in found}
    assert "민도경" in parts["visit"]
    assert parts["meeting"] == {"민도경", "아셀 카림"}
