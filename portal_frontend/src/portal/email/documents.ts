import { graphql } from "../generated";

export const OpenEmailConfirmationMutation = graphql(`
  mutation OpenEmailConfirmation($input: TokenInput!) {
    openEmailConfirmation(input: $input) {
      state
      email
      firm {
        name
        accentColor
        logoUrl
      }
    }
  }
`);

export const ConfirmEmailMutation = graphql(`
  mutation ConfirmEmail($input: ConfirmEmailInput!) {
    confirmEmail(input: $input) {
      done
    }
  }
`);
