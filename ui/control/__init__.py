"""The host's hold on the projector."""
