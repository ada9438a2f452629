"""The projector's scenes and the reveal, as pure lists of steps."""
