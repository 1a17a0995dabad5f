import { graphql } from "../generated";

export const UpdateProfileMutation = graphql(`
  mutation PortalUpdateProfile($input: UpdateProfileInput!) {
    updateProfile(input: $input) {
      viewer {
        ...Person
      }
    }
  }
`);

export const ChangePasswordMutation = graphql(`
  mutation PortalChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      done
    }
  }
`);
