"""What a reviewer does: a session on a project, the changes he can make, finding his way through the article."""
