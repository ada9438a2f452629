"""What a list can be of."""

from judging_app.present.set_up.importing import ListKind

KINDS = tuple(kind.value for kind in ListKind)
"""How each is typed."""
