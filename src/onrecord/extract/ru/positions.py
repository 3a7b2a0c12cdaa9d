"""Offices that Russian text ascribes to persons: before the name and behind it."""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract.entities import Entities
from onrecord.extract.ru import appointments, office_words, people
from onrecord.extract.ru.two_republics import RK, Republics
from onrecord.languages.reading import Reading, Token
from onrecord.languages.ru import model, vocabulary
from onrecord.languages.ru.forms import same_words
from onrecord.model import Organization, Person, Position, Span
from onrecord.model.facts import Status

FARTHEST = 14
"""Words between the beginning of a title and the name: long bodies stand there in the genitive."""

_STOP = frozenset(".;:!?«»()–—")


def find(reading: Reading, entities: Entities) -> tuple[Position, ...]:
    """Return the positions, each office of a person once, in text order."""
    found: list[Position] = []
    told: dict[str, list[Position]] = {}
    for office in appointments.find(reading, entities):
        position = _position(reading, entities, office.person, list(office.title), office.span, "title-by-verb")
        if position:
            status: Status = "former" if office.past else position.status
            told.setdefault(office.person.id, []).append(replace(position, status=status))
    for person in entities.persons:
        mine: list[Position] = []
        for span in person.mentions:
            tokens = reading.between(span)
            if not tokens:
                continue
            before = _before(reading, entities, person, tokens)
            for position in (*office_words.degree(reading, person, span), *before, *_behind(reading, entities, person, tokens)):
                _add(mine, position)
        for position in told.get(person.id, ()):
            _add(mine, position)
        found += mine
    republics = Republics(reading, entities)
    return tuple(sorted((_with_republic(p, reading, republics) for p in found), key=lambda p: p.span))


def _with_republic(position: Position, reading: Reading, republics: Republics) -> Position:
    """Say which republic РК in the words of an office is, where the text tells."""
    if position.country != RK:
        return position
    token = next((t for t in reading.between(position.span) if t.text == RK), None)
    return replace(position, country=republics.meaning(token) or RK) if token is not None else position


def _add(mine: list[Position], new: Position) -> None:
    """Keep an office once, the fuller title and the one that names its body."""
    for k, known in enumerate(mine):
        a, b = known.title.lower(), new.title.lower()
        if same_words(a, b) or _ends_with(a, b) or _ends_with(b, a):
            if len(b.split()) > len(a.split()) or (
                known.organization is None and new.organization and len(a.split()) == len(b.split())
            ):
                mine[k] = replace(new, organization=new.organization or known.organization)
            elif known.organization is None:
                mine[k] = replace(known, organization=new.organization)
            return
    mine.append(new)


def _ends_with(longer: str, shorter: str) -> bool:
    """Tell whether one title is the other without what describes it (старший научный сотрудник, сотрудник)."""
    x, y = longer.split(), shorter.split()
    return len(y) < len(x) and (same_words(" ".join(x[-len(y) :]), shorter) or same_words(" ".join(x[: len(y)]), shorter))


def _before(reading: Reading, entities: Entities, person: Person, name: list[Token]) -> list[Position]:
    first = _phrase_start(reading, entities, name[0])
    if first is None:
        return []
    tokens = reading.tokens[first : name[0].i]
    parts = _split(tokens)
    found = []
    for k, part in enumerate(parts):
        rule = "title-before-name" if k == len(parts) - 1 else "second-title"
        if part[0].lower in _NOW:
            part.pop(0)
        position = _position(reading, entities, person, part, Span(part[0].start, name[-1].end), rule)
        if position and k + 1 < len(parts) and parts[k + 1][0].lower in _NOW:
            position = replace(position, status="former")  # посол в Сеуле, ныне профессор X
        if position:
            found.append(position)
    return found


def _phrase_start(reading: Reading, entities: Entities, name: Token) -> int | None:
    """Walk left over genitives, bodies and places to the leftmost office of the phrase that ends at the name."""
    k, first = name.i - 1, None
    while k >= 0 and name.i - k <= FARTHEST and reading.tokens[k].sentence == name.sentence:
        token = reading.tokens[k]
        body = entities.at(token)
        if body is not None and not isinstance(body, Person) and body is entities.organization_at(name):
            body = None  # администрация президента Обамы: the office stands inside the name of the body
        verbal = token.tag.startswith(("VERB", "PRON", "SCONJ", "ADV")) and token.lower not in _NOW
        if isinstance(body, Person) or verbal:
            break
        if token.text == ",":
            if first is None or not _goes_on_behind_comma(reading, entities, k):
                break
        elif token.text == ")" and first is None and (opening := _opening_bracket(reading, k)) is not None:
            k = opening
        elif (
            token.text in ("–", "—")
            and first is not None
            and people.is_title(reading.tokens[first])
            and _dash_joins(reading, k)
        ):
            pass
        elif token.text == "»" and body is None and first is None and (opening := _opening(reading, k)) is not None:
            k = opening
        elif (token.text in _STOP and body is None) or (
            token.lower in ("и", "а") and body is None and not _joins_titles(reading, k)
        ):
            break
        elif (people.is_title(token) and body is None) or (
            first is not None and token.tag.startswith("ADJ") and _describes(token, reading.tokens[first])
        ):
            first = k
        elif (
            first is not None
            and token.tag.startswith(("ADP", "NOUN"))
            and not people.is_title(token)
            and " Gen" not in token.tag
            and not _of_charge(reading, k)
        ):
            break
        k -= 1
    return first


def _goes_on_behind_comma(reading: Reading, entities: Entities, k: int) -> bool:
    """Tell whether a comma parts two offices of one person: ректор университета, академик X; посол в Сеуле, ныне X."""
    before = reading.tokens[k - 1] if k else None
    if before is None:
        return False
    ends = entities.organization_at(before) is not None or " Gen" in before.tag or people.is_title(before)
    return ends or reading.tokens[k + 1].lower in _NOW


def _opening(reading: Reading, k: int) -> int | None:
    """Return where the guillemets open that token `k` closes (координатор проекта «Степь»)."""
    return next((i for i in range(k - 1, max(0, k - 12), -1) if reading.tokens[i].text == "«"), None)


def _opening_bracket(reading: Reading, k: int) -> int | None:
    """Return where the bracket opens that token `k` closes behind a body: директор института (Осло) X."""
    return next((i for i in range(k - 1, max(0, k - 8), -1) if reading.tokens[i].text == "("), None)


def _dash_joins(reading: Reading, k: int) -> bool:
    """Tell whether a dash joins two offices of one person: заместитель Премьер-Министра – министр иностранных дел X."""
    before, after = reading.tokens[k - 1], reading.tokens[k + 1]
    return people.is_title(after) and (people.is_title(before) or " Gen" in before.tag)


def _of_charge(reading: Reading, k: int) -> bool:
    """Tell whether a word is of what or where somebody is in charge: министр по делам разведки, посол в Сеуле, ныне …."""
    token, before = reading.tokens[k], reading.tokens[k - 1] if k else None
    if token.lower == "по" or (token.lower in ("в", "во") and reading.tokens[k + 1].entity == "LOC"):
        return before is not None and (people.is_title(before) or " Gen" in before.tag)
    return " Dat" in token.tag and before is not None and (before.lower == "по" or " Dat" in before.tag)


def _describes(adjective: Token, head: Token) -> bool:
    near = head.i - adjective.i == 1
    return near and (
        model.lemma(adjective.text) in vocabulary.words("titles", "modifiers") or adjective.lower[:1] == adjective.text[:1]
    )


_NOW = frozenset({"ныне", "сейчас", "теперь"})


def _joins_titles(reading: Reading, k: int) -> bool:
    """Tell whether и joins words of one title (министр энергетики и торговли) or two titles, and no two persons."""
    before, after = reading.tokens[k - 1], reading.tokens[k + 1]
    modifiers = vocabulary.words("titles", "modifiers")
    if model.lemma(before.text) in modifiers and model.lemma(after.text) in modifiers:
        return True  # чрезвычайный и полномочный посол
    if people.is_title(after) and " Plur" not in after.tag and " Gen" in before.tag:
        return True
    return " Gen" in before.tag and " Gen" in after.tag and after.text[:1].islower()


def _split(tokens: list[Token]) -> list[list[Token]]:
    """Part ректор университета, академик at commas behind which another office begins."""
    parts: list[list[Token]] = [[]]
    for k, token in enumerate(tokens):
        rest = tokens[k + 1 : k + 4]
        joined = token.text in ("и", "–", "—") and bool(rest) and people.is_title(rest[0]) and bool(parts[-1])
        if joined or (token.text == "," and any(people.is_title(t) for t in rest)):
            parts.append([])
        elif k and model.lemma(token.text) in vocabulary.words("titles", "ranks") and _ends_office(tokens[k - 1]):
            parts.append([token])
        else:
            parts[-1].append(token)
    return [part for part in parts if any(people.is_title(t) for t in part)]


def _ends_office(token: Token) -> bool:
    """Tell whether an office ends here, so that another may follow: директор Центра профессор X."""
    return " Gen" in token.tag or token.entity == "ORG" or token.text == "»"


def _behind(reading: Reading, entities: Entities, person: Person, name: list[Token]) -> list[Position]:
    """Read the offices behind a name (Нам Сокчин, профессор Университета Сэбёк, в прошлом советник …)."""
    found: list[Position] = []
    mark = name[-1].nbor()
    if mark is not None and mark.text == ")" and name[0].i and reading.tokens[name[0].i - 1].text == "(":
        mark = mark.nbor()  # behind a spelling in brackets: Пак Джи Хун (Park Ji-hoon), профессор
    steps = 0
    while mark is not None and mark.text in (",", "–", "—", "-", "(") and mark.sentence == name[0].sentence and steps < 3:
        tokens: list[Token] = []
        token = mark.nbor()
        while token is not None and token.sentence == mark.sentence and len(tokens) < FARTHEST + 4:
            inside = entities.organization_at(token) is not None
            if (token.text in (",", ";", ")", ":", ".") and not inside) or token.tag.startswith("VERB Fin"):
                break
            if isinstance(entities.at(token), Person) or (token.text in ("–", "—") and not inside):
                break
            tokens.append(token)
            token = token.nbor()
        head = next((k for k, t in enumerate(tokens[:6]) if people.is_title(t)), None)
        next_name = token is not None and token.sentence == mark.sentence and isinstance(entities.at(token), Person)
        if head is None and office_words.is_degree(tokens):
            title = Span(tokens[0].start, tokens[-1].end)
            whole = Span(name[0].start, title.end)
            found.append(Position(person, title.of(reading.text), title, whole, rule="title-behind-name"))
            mark, steps = token, steps + 1
            continue
        if head is None or next_name:
            return found
        start = _described_from(tokens, head)
        lead = " ".join(t.lower for t in tokens[:start])
        if lead and lead not in ("в прошлом", "бывший", "ранее", "ныне", "тогда", "сейчас", "недавно", "в то время", "экс"):
            return found
        position = _position(
            reading, entities, person, tokens[start:], Span(name[0].start, tokens[-1].end), "title-behind-name"
        )
        if position:
            found.append(
                replace(position, status="former") if lead in ("в прошлом", "ранее", "тогда", "в то время") else position
            )
        mark, steps = token, steps + 1
    return found


def _described_from(tokens: list[Token], head: int) -> int:
    """Return where the adjectives before an office begin (Чрезвычайный и Полномочный Посол)."""
    start = head
    while start:
        before = tokens[start - 1]
        joins = (
            before.lower == "и" and start > 1 and model.lemma(tokens[start - 2].text) in vocabulary.words("titles", "modifiers")
        )
        if not (joins or before.tag.startswith("ADJ") or model.lemma(before.text) in vocabulary.words("titles", "modifiers")):
            break
        start -= 1
    return start


def _position(
    reading: Reading, entities: Entities, person: Person, part: list[Token], span: Span, rule: str
) -> Position | None:
    """Part the words of an office into status, title, and the body or country at its end."""
    tokens = list(part)
    status: Status = "current"
    while tokens and model.lemma(tokens[0].text) in vocabulary.words("titles", "former"):
        status = "former"
        tokens = tokens[1:]
    while tokens and model.lemma(tokens[0].text) in (
        "нынешний",
        "действующий",
        "новый",
        "казахстанский",
        "корейский",
        "узбекский",
    ):
        tokens = tokens[1:]
    while len(tokens) > 1 and tokens[-1].lower in office_words.ADDRESSES:
        tokens.pop()  # Посол Республики Корея г-н X
    if [t.lower for t in tokens[-2:]] == ["в", "отставке"]:
        status, tokens = "former", tokens[:-2]
    if not tokens or office_words.is_address(tokens):
        return None
    head = next((k for k, t in enumerate(tokens) if people.is_title(t)), None)
    if (
        head is None
        or (" Plur" in tokens[head].tag and not _shares(tokens[head]))
        or office_words.is_of_occasion(tokens[head:])
    ):
        return None
    cut, organization = _cut(entities, tokens, head)
    title = list(tokens[:cut])
    while len(title) > 1 and title[-1].text in ("в", "на", "по", "при", "и", "из", ",", "«"):
        title.pop()
    start = title[0].start
    if title[0].lower.startswith("экс-"):
        status, start = "former", start + 4
    written = Span(start, title[-1].end)
    return Position(
        person,
        written.of(reading.text),
        written,
        span,
        organization=organization,
        country=_country(entities, tokens[head:]),
        status=status,
        rule=rule,
    )


def _shares(head: Token) -> bool:
    """Tell whether an office in the plural is each one's whom it stands before: сопредседатели, соучредители X и Y."""
    return head.lower.startswith("со") and not head.lower.startswith("сотрудник")


def _cut(entities: Entities, tokens: list[Token], head: int) -> tuple[int, Organization | None]:
    """Return where the title ends and the body behind it, found by name or by its kind (директор фонда)."""
    diplomat = any(_bare_lemma(t) in _DIPLOMATS for t in tokens[: head + 1])
    for k in range(head + 1, len(tokens)):
        token = tokens[k]
        body = entities.organization_at(token)
        if body:
            return k, body
        lemma = model.lemma(token.text)
        if lemma in vocabulary.words("organizations", "generic") and " Gen" in token.tag:
            known = _latest(entities, lemma, token)
            if known or k == len(tokens) - 1:
                return k, known
        if diplomat:
            continue
        if entities.place_at(token) or token.entity == "LOC" or token.text in ("РК", "РФ") or lemma in ("республика",):
            return k, None
        if lemma in ("город", "область", "район", "край", "страна", "государство") and model.lemma(tokens[head].text) in _LOCAL:
            return k, None
    return len(tokens), None


_DIPLOMATS = frozenset({"посол", "посланник", "консул", "генконсул", "атташе", "постпред", "поверенный", "представитель"})
"""Offices of a state at another, whose titles name both: посол Республики Корея в Казахстане."""


def _bare_lemma(token: Token) -> str:
    """The dictionary form of an office without what marks it as former or second (экс-посла → посол)."""
    if token.lower.startswith("поверенн"):
        return "поверенный"  # the dictionary takes it for a participle
    return model.lemma(token.lower.removeprefix("экс-").removeprefix("вице-"))


_LOCAL = frozenset({"аким", "хоким", "мэр", "вице-мэр", "губернатор", "префект", "заместитель"})


def _latest(entities: Entities, lemma: str, token: Token) -> Organization | None:
    """Return the body of that kind that was named last before the token."""
    before = [
        (span, body)
        for span, body in entities.mentions
        if isinstance(body, Organization)
        and span.end <= token.start
        and any(model.lemma(word) == lemma for name in body.names for word in name.split())
    ]
    if before:
        return before[-1][1]
    return next((b for b in entities.organizations if any(model.lemma(w) == lemma for n in b.names for w in n.split())), None)


def _country(entities: Entities, tokens: list[Token]) -> str | None:
    """Return the country in the words of an office, as written there, where exactly one is named."""
    found = [
        t.text
        for t in tokens
        if (place := entities.place_at(t)) and place.country and any(m.contains(t.span) for m in place.mentions)
    ]
    return found[0] if len(set(found)) == 1 else None
