"""Pictures of people: photographs, rendered people and data sets, decoded and fitted."""
