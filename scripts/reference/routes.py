"""The routes of the server, as its OpenAPI document describes them."""

from typing import Any

from answerable.web.app import described


def routes() -> list[tuple[str, dict[str, Any]]]:
    """Every route by its method and path, with what the document says of it."""
    paths = document()["paths"]
    return [
        (f"{method.upper()} {path}", told) for path, each in paths.items() for method, told in each.items()
    ]


def document() -> dict[str, Any]:
    """The OpenAPI document, of a server that serves nothing."""
    return described().openapi()


def _row(parameter: dict[str, Any]) -> str:
    schema = parameter["schema"]
    needed = "needed" if parameter["required"] else f"otherwise `{schema.get('default')}`"
    if not parameter["required"] and schema.get("default") in (None, []):
        needed = ""
    says = " ".join(str(parameter.get("description", "")).split()).replace("|", "\\|")
    return f"| `{parameter['name']}` | {parameter['in']} | {needed} | {says} |"


def _route(name: str, told: dict[str, Any]) -> list[str]:
    parts = [f"## {name}", "", f"{told['summary']}.", "", " ".join(told["description"].split()), ""]
    if told.get("parameters"):
        parts += ["| parameter | in | | what it says |", "|---|---|---|---|"]
        parts += [*map(_row, told["parameters"]), ""]
    body = _content(told.get("requestBody", {}))
    answer = _content(told["responses"]["200"])
    parts += [f"Body: {body}.", ""] if body else []
    return [*parts, f"Answer: {answer}.", "", f"Errors: {_errors(told)}.", ""]


def _content(part: dict[str, Any]) -> str:
    return "; ".join(f"`{media}`{_shape(said['schema'])}" for media, said in part.get("content", {}).items())


def _shape(schema: dict[str, Any]) -> str:
    shapes = [schema, *schema.get("anyOf", ())]
    names = [one["$ref"].rpartition("/")[2] for one in shapes if "$ref" in one]
    return "".join(f", [{name}](#{name.lower()})" for name in names)


def _errors(told: dict[str, Any]) -> str:
    return ", ".join(sorted(status for status in told["responses"] if status != "200"))


def _model(name: str, told: dict[str, Any]) -> list[str]:
    rows = [_field(one, said, told.get("required", ())) for one, said in told.get("properties", {}).items()]
    head = ["| field | | type | what it says |", "|---|---|---|---|"]
    return [f"## {name}", "", " ".join(told.get("description", "").split()), "", *head, *rows, ""]


def _field(name: str, said: dict[str, Any], required: list[str]) -> str:
    says = " ".join(str(said.get("description", "")).split()).replace("|", "\\|")
    return f"| `{name}` | {'always' if name in required else ''} | {_type(said)} | {says} |"


def _type(said: dict[str, Any]) -> str:
    if "$ref" in said:
        name = said["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in said:
        return " or ".join(dict.fromkeys(_type(one) for one in said["anyOf"]))
    if said.get("type") == "array":
        return f"list of {_type(said.get('items', {}))}"
    if isinstance(said.get("additionalProperties"), dict):
        return f"by name: {_type(said['additionalProperties'])}"
    return str(said.get("const", said.get("type", "anything")))


def page() -> str:
    """The reference page."""
    told = document()
    parts = [
        "# Routes",
        "",
        "What `answerable serve` answers, made from its own OpenAPI document (`/openapi.json`). How to use",
        "it: [Serve screening](../serve-screening.md). There is also a first page, `/`, for a browser.",
        "",
    ]
    for name, one in routes():
        parts += _route(name, one)
    for name, one in told["components"]["schemas"].items():
        parts += _model(name, one)
    return "\n".join(parts)
