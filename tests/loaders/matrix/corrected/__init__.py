"""What a person who knows the truth of a matrix corrects in the profile that is proposed for it."""
