"""Groups of options that belong together: a dataclass in a command's signature stands for one option a field."""

from __future__ import annotations

import dataclasses
import functools
import inspect
from collections.abc import Callable
from typing import Any, get_type_hints

_BY_NAME = inspect.Parameter.POSITIONAL_OR_KEYWORD


def expanded(command: Callable[..., None]) -> Callable[..., None]:
    """Return the command as typer sees it: each argument whose type is a dataclass as the fields of that, in their place."""
    signature = inspect.signature(command, eval_str=True)
    groups: dict[str, Any] = {
        p.name: p.annotation for p in signature.parameters.values() if dataclasses.is_dataclass(p.annotation)
    }

    @functools.wraps(command)
    def taking(**values: Any) -> None:
        for name, group in groups.items():
            values[name] = group(**{field.name: values.pop(field.name) for field in dataclasses.fields(group)})
        command(**values)

    parameters: list[inspect.Parameter] = []
    for parameter in signature.parameters.values():
        parameters += _fields(groups[parameter.name]) if parameter.name in groups else [parameter]
    taking.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]  # read by inspect and typer
    taking.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return taking


def _fields(group: Any) -> list[inspect.Parameter]:
    hints = get_type_hints(group, include_extras=True)
    return [
        inspect.Parameter(field.name, _BY_NAME, default=field.default, annotation=hints[field.name])
        for field in dataclasses.fields(group)
    ]
