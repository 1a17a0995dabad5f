import { graphql } from "../generated";

export const PersonFragment = graphql(`
  fragment Person on Viewer {
    id
    firstName
    lastName
    name
    email
    language
    firm {
      id
      name
      email
      phone
      website
      accentColor
      logoUrl
      timeZone
    }
    accounts {
      id
      name
      number
      waitingCount
    }
    otherFirms {
      id
      name
    }
  }
`);

export const PortalViewerQuery = graphql(`
  query PortalViewer {
    viewer {
      ...Person
    }
  }
`);

export const DoorQuery = graphql(`
  query PortalDoor {
    firmLook {
      name
      accentColor
      logoUrl
      language
    }
  }
`);

export const SignInMutation = graphql(`
  mutation PortalSignIn($input: SignInInput!) {
    signIn(input: $input) {
      viewer {
        ...Person
      }
    }
  }
`);

export const SignOutMutation = graphql(`
  mutation PortalSignOut {
    signOut {
      done
    }
  }
`);

export const SwitchFirmMutation = graphql(`
  mutation PortalSwitchFirm($input: SwitchFirmInput!) {
    switchFirm(input: $input) {
      viewer {
        ...Person
      }
    }
  }
`);
