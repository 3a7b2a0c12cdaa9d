"""How far the name of a Russian body reaches behind its first word."""

from __future__ import annotations

from onrecord.extract.ru.names.known_bodies import is_country, is_head, is_known, is_national, is_state_word
from onrecord.extract.ru.names.people import is_title
from onrecord.languages.reading import Token
from onrecord.languages.ru import model, vocabulary
from onrecord.languages.ru.countries import country_at
from onrecord.model import Span


def is_office_word(token: Token) -> bool:
    """Tell whether a token is the office before a body, which the model takes into it (замглавы Комитета)."""
    return token.tag.startswith("NOUN") and is_title(token) and not is_head(token)


def grown(token: Token, head: Token, people: list[Span]) -> list[Token]:
    """Return a word with those behind it by which the name of a body goes on."""
    tokens = [token]
    while (after := tokens[-1].nbor()) is not None and after.sentence == token.sentence:
        if (_is_office_of_named(after, people) and len(tokens) > 1) or _is_short_degree(after):
            break
        if after.tag.startswith("VERB Fin") and after.text.islower():
            break  # совместно с Институтом мира приглашает
        person = next((span for span in people if span.overlaps(after.span)), None)
        step = _step(tokens, after, head) if person is None else _bearer(tokens, after, person)
        if not step:
            break
        tokens += step
    return tokens


def _is_office_of_named(token: Token, people: list[Span]) -> bool:
    """Tell whether an office stands right before a name, behind a body without a comma: директор Центра профессор X."""
    then = token.nbor()
    rank = model.lemma(token.text) in vocabulary.words("titles", "ranks")
    return rank and then is not None and any(span.start == then.start for span in people)


def _is_short_degree(token: Token) -> bool:
    """Tell whether an abbreviated degree begins behind a body: директор Института мира проф. X."""
    mark = token.nbor()
    return token.lower in _SHORT_DEGREES and mark is not None and mark.text == "."


_SHORT_DEGREES = frozenset({"проф", "акад", "доц", "докт", "канд", "г-н", "д-р"})


def _has_bearer(head: Token, after: Token) -> bool:
    """Tell whether a body's name is its kind and a person: пресс-служба Сапарова, Фонд Карима Сапарова."""
    lemma = model.lemma(head.text)
    genitive = " Gen" in after.tag
    if lemma in vocabulary.words("organizations", "of_persons"):
        return genitive or after.head is head
    called = head.text[:1].isupper() and lemma in vocabulary.words("organizations", "named_after")
    return called and genitive and after.head is head and not _is_of_office(head)


def _bearer(tokens: list[Token], after: Token, person: Span) -> list[Token]:
    """Return the person whose a body is: администрация президента Обамы, пресс-служба Кадырова, Госпиталь принцессы Марины."""
    led = len(tokens) == 2 and " Gen" in tokens[-1].tag and tokens[-1].text[:1].islower() and is_head(tokens[0])
    own = len(tokens) == 1 and _has_bearer(tokens[0], after)
    titled = led and (" Gen" in after.tag or after.head is tokens[-1]) and not _is_crew(tokens[0])
    titled = titled and (is_title(tokens[-1]) or tokens[0].text[:1].isupper())
    if not (titled or own) or after.start != person.start:
        return []
    found = [after]
    while (then := found[-1].nbor()) is not None and then.end <= person.end:
        found.append(then)
    return found


def _is_crew(token: Token) -> bool:
    """Tell whether a noun is for people who work together, and no body that has a head: команда аспирантки X."""
    lemma = model.lemma(token.text)
    return lemma in vocabulary.words("organizations", "called") and lemma not in vocabulary.words("organizations", "of_persons")


def _called_after(tokens: list[Token], after: Token) -> list[Token]:
    """Return the words that tell after whom a body is called: театр им. Карима Сапарова."""
    then = after.nbor()
    if after.lower == "им" and then is not None and then.text == "." and is_head(tokens[0]):
        return [after, then]
    led = tokens[-1].text == "." and len(tokens) > 1 and (tokens[-2].lower == "им" or _is_letter(tokens[-2]))
    if after.text == "." and _is_letter(tokens[-1]) and any(t.lower in ("им", "имени") for t in tokens):
        return [after]  # им. Л.Н. Гумилева
    goes_on = any(t.lower == "им" for t in tokens) and after.entity == "PER" and not after.begins
    return [after] if after.text[:1].isupper() and (led or goes_on) else []


def _is_letter(token: Token) -> bool:
    return len(token.text) == 1 and token.text.isupper()


def _in_guillemets(tokens: list[Token], opening: Token, head: Token) -> list[Token]:
    """Return the name in guillemets behind a kind; what begins with a small letter is a quotation (назвал сеть «слухом …»)."""
    inner = opening.nbor()
    latin = tokens[-1].text.isascii() and not is_head(tokens[0])  # Vestas «мировым лидером»
    fits = is_head(tokens[-1]) or is_head(head) or (tokens[-1].entity == "ORG" and not latin)
    return quoted(opening) if fits and inner is not None and not inner.text[:1].islower() else []


def _step(tokens: list[Token], after: Token, head: Token) -> list[Token]:
    """Return the tokens by which a name goes on, or an empty list."""
    if called := _called_after(tokens, after):
        return called
    if after.text == "«":
        return _in_guillemets(tokens, after, head)
    if after.entity == "ORG" and not after.begins and after.text != "(" and not is_office_word(after):
        return [after]
    if _is_complete(tokens) and not is_state_word(after):
        return _behind_complete(tokens, after)
    called_so = tokens[-1] is head and model.lemma(head.text) in vocabulary.words("organizations", "called")
    latin = after.text.isascii() and (tokens[-1].text.isascii() or tokens[-1] is head)
    if _continues(tokens, after) or (after.text[:1].isupper() and (latin or (called_so and not is_country(after.text)))):
        return [after]
    return _posted(tokens, after) or _governed(tokens, after) or _called(tokens, after) or _with(tokens, after)


def _called(tokens: list[Token], after: Token) -> list[Token]:
    """Return the undeclined name behind a kind that is called so, and no person's: Университета Чунхэ, колледжа Тэвон."""
    kind = tokens[-1].text[:1].isupper() or len(tokens) == 1
    called = kind and model.lemma(tokens[-1].text) in vocabulary.words("organizations", "called_bare") and is_head(tokens[-1])
    named = after.text[:1].isupper() and after.text[1:].islower() and after.tag.startswith("PROPN Nom")
    return [after] if called and named and not is_country(after.text) else []


def _with(tokens: list[Token], after: Token) -> list[Token]:
    """Return for whom a body shows that it cares: Комитета солидарности с жертвами испытаний, Общества дружбы с Кореей."""
    then = after.nbor()
    tied = (
        after.lower in ("с", "со")
        and model.lemma(tokens[-1].text) in vocabulary.words("organizations", "ties")
        and len(tokens) > 1
    )
    if not tied or then is None or then.sentence != after.sentence or " Ins" not in then.tag:
        return []
    found = [after, then]
    while found[-1].tag.startswith("ADJ") and (noun := found[-1].nbor()) is not None and " Ins" in noun.tag:
        found.append(noun)
    return found


def _behind_complete(tokens: list[Token], after: Token) -> list[Token]:
    """Return what still may follow a name that is complete: ООН против пыток, МЧС по Павлодару, ГУ before МЧС, a post."""
    if after.lower == "против" and is_head(tokens[0]):
        return _governed(tokens, after)
    then = after.nbor()
    if _is_for_matters(tokens, after):
        return [after]
    regional = (
        after.lower == "по"
        and then is not None
        and then.text[:1].isupper()
        and not is_country(then.text)
        and not (len(tokens) == 1 and _is_of_office(tokens[0]))
    )
    return [after] if regional or _is_office_of(tokens, after) else _posted(tokens, after)


def _is_for_matters(tokens: list[Token], after: Token) -> bool:
    """Tell whether its matters follow the abbreviation of the whole of a body: Управление ООН по вопросам разоружения."""
    then = after.nbor()
    kind = model.lemma(tokens[0].text)
    part = len(tokens) > 1 and is_head(tokens[0]) and kind in vocabulary.words("organizations", "for_matters")
    return part and after.lower == "по" and then is not None and then.lower in _MATTERS


_MATTERS = frozenset({"вопросам", "делам", "правам", "проблемам"})


def _is_office_of(tokens: list[Token], after: Token) -> bool:
    """Tell whether an abbreviation for a part stands before that of the body it belongs to: ГУ МЧС России, ИФМ РАН."""
    short = len(tokens) == 1 and tokens[0].text.lower() in vocabulary.words("organizations", "short_units")
    return (short and after.text.isupper() and is_known(after)) or (len(tokens) == 1 and is_institute_of(tokens[0]))


def is_institute_of(token: Token) -> bool:
    """Tell whether an abbreviation that no table knows stands right before that of an academy or ministry: ИФМ РАН."""
    after = token.nbor()
    if after is None or after.start != token.end + 1 or not (_is_capitals(token) and _is_capitals(after)):
        return False
    return is_known(after) and not (is_known(token) or is_country(token.text) or is_state_word(token))


def _is_capitals(token: Token) -> bool:
    return 1 < len(token.text) <= _LONGEST_ABBREVIATION and token.text.isupper() and token.text.isalpha()


_LONGEST_ABBREVIATION = 8
"""Letters of an abbreviation at most."""


def _is_of_office(token: Token) -> bool:
    """Tell whether an office stands right before, whose what follows по is: координатор МСР по Центральной Азии."""
    before = token.nbor(-1)
    return before is not None and before.sentence == token.sentence and is_title(before)


def _is_complete(tokens: list[Token]) -> bool:
    """Tell whether nothing small can follow: an abbreviation (ООН), a state behind its one authority (Бундестаг Германии)."""
    last = tokens[-1]
    if last.text.isupper() and len(last.text) > 1 and not is_state_word(last):
        return True
    if len(tokens) == 1:
        return is_known(last) and not is_head(last)
    if model.lemma(last.text) in vocabulary.words("organizations", "one_of_a_state") and is_national(tokens[-2]):
        return True  # американского правительства по стимулированию экономики
    single = any(model.lemma(t.text) in vocabulary.words("organizations", "one_of_a_state") for t in tokens)
    return (
        single
        and last.text[:1].isupper()
        and not last.tag.startswith("ADJ")
        and (last.entity == "LOC" or is_country(last.text))
    )


def state_behind(last: Token) -> list[Token]:
    """Return the full name of the state whose a body is: Жогорку Кенеша Кыргызской Республики."""
    first = last.nbor()
    noun = first.nbor() if first is not None and first.tag.startswith("ADJ Gen") else first
    if first is None or noun is None or noun.sentence != last.sentence or model.lemma(noun.text) != "республика":
        return []
    if noun is not first:
        return [first, noun]
    name = noun.nbor()
    if name is None or name.sentence != last.sentence:
        return []
    if is_country(name.text):
        return [noun, name]
    after = name.nbor()  # МИД Республики Южная Корея
    return [noun, name, after] if after is not None and name.tag.startswith("ADJ") and country_at(name) else []


def _governed(tokens: list[Token], after: Token) -> list[Token]:
    """Return what a preposition ties to a body: Комитет … при правительстве, … против пыток, … по бобслею и скелетону."""
    then = after.nbor()
    if then is None or then.sentence != after.sentence:
        return []
    behind = tokens[-1].tag.startswith(("NOUN", "PROPN")) or is_known(tokens[-1])
    mission = any(model.lemma(t.text) in vocabulary.words("organizations", "missions") for t in tokens)
    if (
        after.lower == "при"
        and behind
        and (" Loc" in then.tag or is_known(then))
        and (_is_place_of_body(then) or (mission and then.text[:1].isupper()))
    ):
        return [after, then]
    against = after.lower == "против" and not tokens[0].text.isascii()
    if against and behind and " Gen" in then.tag and then.text[:1].islower():
        return [after, then]
    joined = after.text == "и" and any(t.text == "по" for t in tokens) and " Dat" in tokens[-1].tag and " Dat" in then.tag
    return [after, then] if (joined and not then.text[:1].isupper()) or (joined and tokens[-1].text[:1].isupper()) else []


def _noun_of(token: Token) -> Token:
    """Return the noun that adjectives lead to (разведывательных служб → служб)."""
    noun = token
    while noun.tag.startswith("ADJ") and (after := noun.nbor()) is not None and after.sentence == token.sentence:
        noun = after
    return noun


def _is_place_of_body(token: Token) -> bool:
    """Tell whether a body can be set up beside it: при правительстве, при Президенте; one with a name is apart."""
    noun = _noun_of(token)
    return is_title(noun) or is_known(noun) or (is_head(noun) and not token.text[:1].isupper())


def _is_term(token: Token) -> bool:
    """Tell whether a term of office begins behind a body: Государственной думы нынешнего созыва."""
    return token.text[:1].islower() and model.lemma(_noun_of(token).text) in vocabulary.words("organizations", "terms")


_NAMED_IN_NOMINATIVE = frozenset({"район", "город", "округ", "село", "поселок", "аул", "станция"})
"""Behind these a proper name may keep its nominative: района Отрадное."""


_STATES = frozenset({"республика", "королевство", "княжество", "государство"})
"""Nouns for states before their names: Посольства Королевства Норвегия."""


_CASE_BEHIND = {"по": " Dat", "и": " Gen"}


def _continues(tokens: list[Token], after: Token) -> bool:
    """Tell whether a genitive goes on with a body's name: Посольства Республики Корея, Комитета атомного надзора."""
    lemma = model.lemma(tokens[-1].text)
    if lemma in _STATES and after.text[:1].isupper() and is_country(after.text.capitalize()):
        return True
    if after.text in ("РК", "РФ", "КНДР", "США") or (after.text[:1].isupper() and lemma in _NAMED_IN_NOMINATIVE):
        return True
    apart = model.lemma(after.text) in vocabulary.words("organizations", "premises") or _is_term(after)
    genitive = " Gen" in after.tag and after.tag.startswith(("NOUN", "ADJ", "PROPN")) and not apart
    if tokens[-1].tag.startswith("ADJ") and after.tag.startswith(("NOUN", "PROPN", "ADJ")):
        return True
    if after.text in ("и", "по") and (then := after.nbor()) is not None:
        whole = is_known(tokens[0]) and not is_head(tokens[0])  # спецпредставитель МИД Республики Корея по вопросам мира
        told = model.lemma(then.text) in vocabulary.words("organizations", "circumstances")
        dative = after.text == "по" and " Dat" in then.tag and not whole and not told
        coordinated = after.text == "и" and " Gen" in then.tag and " Gen" in tokens[-1].tag and then.text[:1].islower()
        noun = _noun_of(then)
        return dative or (coordinated and not is_head(noun) and not is_title(noun))
    if tokens[-1].text in _CASE_BEHIND:
        return _CASE_BEHIND[tokens[-1].text] in after.tag
    inner_dative = " Dat" in after.tag and any(t.text == "по" for t in tokens) and tokens[-1].tag.startswith("ADJ")
    return (genitive and not (after.text[:1].isupper() and after.entity == "PER")) or inner_dative


def _posted(tokens: list[Token], after: Token) -> list[Token]:
    """Return the post of a mission: Посольства Республики Корея в Казахстане; a town is only where it stands."""
    post = after.nbor()
    mission = any(model.lemma(t.text) in vocabulary.words("organizations", "missions") for t in tokens)
    if not mission or after.text != "в" or post is None:
        return []
    state = post.nbor() if model.lemma(post.text) == "республика" else None
    if state is not None and is_country(state.text):
        return [after, post, state]  # Посольство Республики Корея в Республике Таджикистан
    at_body = any(t.text == "при" for t in tokens) and " Loc" in post.tag and post.entity == "LOC"
    return [after, post] if is_country(post.text) or at_body else []  # представительство при Отделении ООН в Женеве


def quoted(opening: Token) -> list[Token]:
    """Return the tokens of a pair of guillemets from its opening, or an empty list where it does not close soon."""
    tokens = [opening]
    while (after := tokens[-1].nbor()) is not None and after.sentence == opening.sentence and len(tokens) < 14:
        tokens.append(after)
        if after.text == "»":
            return tokens
    return []
