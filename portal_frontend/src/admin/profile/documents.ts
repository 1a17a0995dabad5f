import { graphql } from "../generated";

export const UpdateProfileMutation = graphql(`
  mutation AdminUpdateProfile($input: UpdateProfileInput!) {
    updateProfile(input: $input) {
      viewer {
        ...Colleague
      }
    }
  }
`);

export const ChangePasswordMutation = graphql(`
  mutation AdminChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      done
    }
  }
`);
