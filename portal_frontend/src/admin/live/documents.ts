import { graphql } from "../generated";

export const AccountChangedSubscription = graphql(`
  subscription AdminAccountChanged {
    accountChanged {
      actions
      account {
        id
      }
    }
  }
`);

export const InvitationChangedSubscription = graphql(`
  subscription AdminInvitationChanged {
    invitationChanged {
      actions
      accountContact {
        id
        contact {
          id
          name
        }
      }
    }
  }
`);
