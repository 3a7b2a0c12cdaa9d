"""Offices that Russian text ascribes to persons: before the name and behind it."""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract.entities import Entities
from onrecord.extract.ru import table_rows
from onrecord.extract.ru.names import implied_bodies, people
from onrecord.extract.ru.positions import appointments, charges, office_words, title_phrase
from onrecord.extract.ru.two_republics import RK, Republics
from onrecord.languages.reading import Reading, Token
from onrecord.languages.ru import model, vocabulary
from onrecord.languages.ru.countries import country_at
from onrecord.languages.ru.forms import same_words
from onrecord.model import Organization, Person, Position, Span
from onrecord.model.facts import Status


def find(reading: Reading, entities: Entities) -> tuple[Position, ...]:
    """Return the positions, each office of a person once, in text order."""
    found: list[Position] = []
    told: dict[str, list[Position]] = {}
    for office in appointments.find(reading, entities):
        position = _position(reading, entities, office.person, list(office.title), office.span, "title-by-verb")
        if position:
            status: Status = "former" if office.past else position.status
            told.setdefault(office.person.id, []).append(replace(position, status=status))
    for charge in charges.find(reading, entities):
        told.setdefault(charge.person.id, []).append(charge)
    for row in table_rows.find(reading, entities):
        position = _position(reading, entities, row.person, list(row.office), row.span, "table-row")
        if position:
            kept = replace(position, organization=position.organization or row.body)
            told.setdefault(row.person.id, []).append(kept)
    for person in entities.persons:
        mine: list[Position] = []
        for span in person.mentions:
            tokens = reading.between(span)
            if not tokens:
                continue
            before = _before(reading, entities, person, tokens)
            behind = _behind(reading, entities, person, tokens, listed=bool(before))
            for position in (*office_words.degree(reading, person, span), *before, *behind):
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
    at = next((k for k, word in enumerate(x) if same_words(word, shorter)), None) if len(y) == 1 else None
    if at and all(word == "и" or model.lemma(word) in vocabulary.words("titles", "modifiers") for word in x[:at]):
        return True  # Чрезвычайный и Полномочный Посол Королевства X, Посол
    return len(y) < len(x) and (same_words(" ".join(x[-len(y) :]), shorter) or same_words(" ".join(x[: len(y)]), shorter))


def _before(reading: Reading, entities: Entities, person: Person, name: list[Token]) -> list[Position]:
    leader = title_phrase.first_of_list(reading, entities, name[0])
    if leader is name[0]:
        leader = title_phrase.behind_degree(reading, name[0])
    first = title_phrase.start(reading, entities, leader)
    if first is None or not title_phrase.is_labelled(reading, first, leader):
        return []
    if title_phrase.is_of_decree(reading, first, leader):
        return []
    shared = leader is not name[0] and leader.text != ","
    if shared and not any(" Plur" in t.tag and people.is_title(t) for t in reading.tokens[first : first + 3]):
        return []
    tokens = [t for t in reading.tokens[first : leader.i] if t.text != ":"]
    parts = title_phrase.split(entities, tokens)
    found = []
    for k, part in enumerate(parts):
        rule = "title-before-name" if k == len(parts) - 1 else "second-title"
        if part[0].lower in title_phrase.NOW:
            part.pop(0)
        several = k == len(parts) - 1 and (shared or title_phrase.is_list(entities, name[-1]))
        position = _position(reading, entities, person, part, Span(part[0].start, name[-1].end), rule, several=several)
        if position and k + 1 < len(parts) and parts[k + 1][0].lower in title_phrase.NOW:
            position = replace(position, status="former")  # посол в Сеуле, ныне профессор X
        if position:
            found.append(position)
    return found


def _past_place(mark: Token | None) -> Token | None:
    """Return the mark behind brackets that only tell whence somebody comes: Анна Кох (Кыргызстан), эксперт."""
    inner = mark.nbor() if mark is not None and mark.text == "(" else None
    while inner is not None and inner.entity == "LOC":
        inner = inner.nbor()
    closed = inner is not None and mark is not None and inner.text == ")" and inner.i > mark.i + 1
    return inner.nbor() if closed and inner is not None else mark


def _phrase_behind(entities: Entities, mark: Token) -> tuple[list[Token], Token | None]:
    """Return the words behind a mark up to the next mark, verb or name, and what ends them."""
    tokens: list[Token] = []
    token = mark.nbor()
    while token is not None and token.sentence == mark.sentence and len(tokens) < title_phrase.FARTHEST + 4:
        inside = entities.organization_at(token) is not None or _is_quoted(tokens)
        if (token.text in (",", ";", ")", ":", ".") or token.tag.startswith("VERB Fin")) and not inside:
            break
        if isinstance(entities.at(token), Person) or (token.text in ("–", "—") and not inside):
            break
        tokens.append(token)
        token = token.nbor()
    return tokens, token


def _is_quoted(tokens: list[Token]) -> bool:
    """Tell whether guillemets are open behind these words: автор книги «Степь ждёт …."""
    return sum((t.text == "«") - (t.text == "»") for t in tokens) > 0


def _leads_to_name(entities: Entities, comma: Token | None) -> bool:
    """Tell whether an office behind a comma goes on to the next name of a list: первый секретарь, атташе X."""
    if comma is None or comma.text != ",":
        return False
    token = comma.nbor()
    office = False
    while token is not None and token.sentence == comma.sentence and token.text != ",":
        if isinstance(entities.at(token), Person):
            return office
        if token.tag.startswith("VERB Fin"):
            return False
        office = office or people.is_title(token)
        token = token.nbor()
    return False


def _behind(reading: Reading, entities: Entities, person: Person, name: list[Token], *, listed: bool) -> list[Position]:
    """Read the offices behind a name (Нам Сокчин, профессор Университета Сэбёк, в прошлом советник …).

    Args:
        reading: the page's reading.
        entities: whom and what it names.
        person: whose name it is.
        name: its words.
        listed: whether an office stands before it, as before each name of a list.
    """
    found: list[Position] = []
    mark = name[-1].nbor()
    if mark is not None and mark.text == ")" and name[0].i and reading.tokens[name[0].i - 1].text == "(":
        mark = mark.nbor()  # behind a spelling in brackets: Пак Джи Хун (Park Ji-hoon), профессор
    mark = _past_place(mark)
    steps = 0
    while mark is not None and mark.text in (",", "–", "—", "-", "(") and mark.sentence == name[0].sentence and steps < 3:
        tokens, token = _phrase_behind(entities, mark)
        head = next((k for k, t in enumerate(tokens[:6]) if people.is_title(t)), None)
        next_name = token is not None and token.sentence == mark.sentence and isinstance(entities.at(token), Person)
        if head is None and office_words.is_degree(tokens):
            title = Span(tokens[0].start, tokens[-1].end)
            whole = Span(name[0].start, title.end)
            found.append(Position(person, title.of(reading.text), title, whole, rule="title-behind-name"))
            mark, steps = token, steps + 1
            continue
        if head is None and not next_name and tokens and model.lemma(tokens[0].text) in vocabulary.words("titles", "lived"):
            mark, steps = token, steps + 1  # инженер, участник ликвидации шахт, ныне советник центра
            continue
        if head is None or next_name or (listed and _leads_to_name(entities, token)):
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


def _is_plural(office: Token) -> bool:
    """Tell whether an office is told of several; the model takes some datives of one for plurals (консулу)."""
    return " Plur" in office.tag and not office.lower.endswith(("у", "ю"))


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
    reading: Reading, entities: Entities, person: Person, part: list[Token], span: Span, rule: str, *, several: bool = False
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
    while len(tokens) > 1 and tokens[-1].lower in vocabulary.words("titles", "addresses"):
        tokens.pop()  # Посол Республики Корея г-н X
    if [t.lower for t in tokens[-2:]] == ["в", "отставке"]:
        status, tokens = "former", tokens[:-2]
    if not tokens or office_words.is_address(tokens):
        return None
    head = next((k for k, t in enumerate(tokens) if people.is_title(t)), None)
    if (
        head is None
        or (_is_plural(tokens[head]) and not several and not _shares(tokens[head]))
        or office_words.is_of_occasion(tokens[head:])
        or model.lemma(tokens[head].text) in vocabulary.words("titles", "no_offices")
    ):
        return None
    cut, organization = _cut(entities, tokens, head)
    title = list(tokens[:cut])
    while len(title) > 1 and (title[-1].text in ("в", "на", "по", "при", "и", "из", "от", ",", "«") or _opens_name(title)):
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
        country=_country(entities, part),
        status=status,
        rule=rule,
    )


def _opens_name(title: list[Token]) -> bool:
    """Tell whether the last word of a title is the mark before the name of the body behind it: корреспондент "Степи"."""
    return title[-1].text == '"' and sum(t.text == '"' for t in title) == 1


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
        if (lemma in vocabulary.words("organizations", "generic") or lemma == "вуз") and " Gen" in token.tag:
            known = implied_bodies.latest(entities, token)
            if not known and head < k - 1 == len(tokens) - 2 and tokens[k - 1].tag.startswith("ADJ Gen"):
                return k + 1, None  # директор краеведческого музея
            if known or k == len(tokens) - 1:
                return _phrase_start(tokens, k, head), known
        if diplomat and any(t.lower in ("в", "во", "при", "на") for t in tokens[head:]):
            continue  # посол Республики Корея в Казахстане
        if _charged_behind(tokens, k) or _is_charge(token):
            continue  # спецпредставитель Южной Кореи по вопросам мира, спецпредставитель США по КНДР
        if entities.place_at(token) or token.entity == "LOC" or token.text in ("РК", "РФ") or lemma in ("республика",):
            return k, None
        if lemma in ("город", "область", "район", "край", "страна", "государство") and model.lemma(tokens[head].text) in _LOCAL:
            return k, None
    return len(tokens), None


def _phrase_start(tokens: list[Token], noun: int, head: int) -> int:
    """Return where the adjectives before a noun begin, behind the office: глава | внешнеполитического ведомства."""
    start = noun
    while start - 1 > head and tokens[start - 1].tag.startswith("ADJ Gen"):
        start -= 1
    return start


def _charged_behind(tokens: list[Token], k: int) -> bool:
    """Tell whether what somebody is in charge of stands behind the country at `k`, so that both are parts of the title."""
    while k < len(tokens) and (tokens[k].entity == "LOC" or model.lemma(tokens[k].text) == "республика"):
        k += 1
    return k + 1 < len(tokens) and tokens[k].lower == "по" and (" Dat" in tokens[k + 1].tag or _is_charge(tokens[k + 1]))


def _is_charge(token: Token) -> bool:
    """Tell whether a country is what somebody is in charge of: спецпредставитель США по КНДР, по Северной Корее."""
    before = token.nbor(-1)
    if before is not None and before.tag.startswith("ADJ"):
        before = before.nbor(-1)
    return before is not None and before.lower == "по" and country_at(token) is not None


_DIPLOMATS = frozenset({"посол", "посланник", "консул", "генконсул", "атташе", "постпред", "поверенный", "представитель"})
"""Offices of a state at another, whose titles name both: посол Республики Корея в Казахстане."""


def _bare_lemma(token: Token) -> str:
    """The dictionary form of an office without what marks it as former or second (экс-посла → посол)."""
    if token.lower.startswith("поверенн"):
        return "поверенный"  # the dictionary takes it for a participle
    return model.lemma(token.lower.removeprefix("экс-").removeprefix("вице-"))


_LOCAL = frozenset({"аким", "хоким", "мэр", "вице-мэр", "губернатор", "префект", "заместитель"})


def _country(entities: Entities, tokens: list[Token]) -> str | None:
    """Return the country in the words of an office where exactly one is named, РК as itself.

    Of an envoy it is the one that sends (посол Казахстана в Республике Корея), which stands before "в" and "при". The adjective
    in the name of a body is the body's own (Корейский фонд).
    """
    post = next((k for k, t in enumerate(tokens) if t.lower in ("в", "во", "при", "на") and not _in_affairs(t)), len(tokens))
    envoy = any(_bare_lemma(t) in _DIPLOMATS for t in tokens[:post])
    for part in (tokens[:post], () if envoy else tokens[post:]):
        found = {country for t in part if (country := _named_country(entities, t)) and not _is_charge(t)}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _in_affairs(token: Token) -> bool:
    after = token.nbor()
    return after is not None and after.lower == "делах"  # временный поверенный в делах Норвегии


def _named_country(entities: Entities, token: Token) -> str | None:
    after = token.nbor()
    of_state = after is not None and model.lemma(after.text) == "республика"
    if token.tag.startswith("ADJ") and not of_state and entities.organization_at(token) is not None:
        return None
    return RK if token.text == RK else country_at(token)
