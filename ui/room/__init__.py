"""The hold on the room, whichever of the host's pages it is held from."""
